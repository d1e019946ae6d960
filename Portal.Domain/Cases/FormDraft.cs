namespace Portal.Domain.Cases;

/// <summary>An unsent form of one person, kept on the server while typing. Visible to its author only.</summary>
public sealed class FormDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    /// <summary>What it is for: a task's id, or <c>start:{process}</c>.</summary>
    public required string Subject { get; init; }

    public required string FormKey { get; set; }

    public required string Json { get; set; }

    /// <summary>Key of the page last shown.</summary>
    public string Page { get; set; } = "";

    public required DateTime SavedAt { get; set; }
}
