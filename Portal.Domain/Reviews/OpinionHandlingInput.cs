namespace Portal.Domain.Reviews;

/// <summary>What became of a department's opinion.</summary>
public sealed record OpinionHandlingInput
{
    public string? DepartmentId { get; init; }

    public OpinionHandling? Handling { get; init; }

    public string? Reason { get; init; }
}
