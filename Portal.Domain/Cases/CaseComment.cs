namespace Portal.Domain.Cases;

/// <summary>Trao đổi. Kept once written .</summary>
public sealed class CaseComment
{
    public const int MaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string PersonId { get; init; }

    public required string Text { get; init; }

    /// <summary>Ids of the people it names, separated by commas.</summary>
    public string Mentions { get; init; } = "";

    public required DateTime At { get; init; }
}
