namespace Portal.Domain.Reviews;

/// <summary>The head of a department has somebody prepare the opinion.</summary>
public sealed record AssignOpinionInput
{
    public string? StaffId { get; init; }
}
