namespace Portal.Web.Persistence;

/// <summary>
/// The words inside an attachment, folded, each once and in order of the alphabet, so that none of its sentences is in it. Triggers bring
/// them into the index and take them out of it; none is ever written for a case that holds something Restricted.
/// </summary>
public sealed class FileWords
{
    public required Guid AttachmentId { get; init; }

    public required string Words { get; init; }
}
