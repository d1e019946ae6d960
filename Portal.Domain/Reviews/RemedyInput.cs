namespace Portal.Domain.Reviews;

public sealed record RemedyInput
{
    public int? Item { get; init; }

    public string? What { get; init; }

    public string? Who { get; init; }

    public DateOnly? By { get; init; }
}
