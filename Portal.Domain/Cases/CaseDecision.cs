namespace Portal.Domain.Cases;

/// <summary>What a leader or lead decided at a step, with the reasons given.</summary>
public sealed class CaseDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid TaskId { get; init; }

    public required string StepId { get; init; }

    public required string Action { get; init; }

    public string Opinion { get; init; } = "";

    public required string DeciderId { get; init; }

    public string? ActingForId { get; init; }

    public required DateTime At { get; init; }
}
