namespace Portal.Domain.Cases;

public sealed record DirectiveInput
{
    public string? Content { get; init; }

    public string? AssigneeId { get; init; }

    /// <summary>With a date the directive becomes a leader task (S-04).</summary>
    public DateOnly? Due { get; init; }
}
