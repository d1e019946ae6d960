namespace Portal.Workflows.Runtime;

/// <summary>A draft as it was at one moment: what undo goes back to, and redo forward. Gone when the draft is published or thrown
/// away.</summary>
public sealed class DraftRevision
{
    /// <summary>Id of the draft.</summary>
    public required string VersionId { get; init; }

    /// <summary>Counts from 0, the draft before its first change.</summary>
    public required int Number { get; init; }

    /// <summary>The document, compressed.</summary>
    public required byte[] Json { get; init; }
}
