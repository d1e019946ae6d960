namespace Portal.Domain.Reviews;

/// <summary>How far one remedy has come, by its number among those of the area.</summary>
public sealed record RemedyProgress
{
    public int? Item { get; init; }

    public RemedyState? State { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? Note { get; init; }
}
