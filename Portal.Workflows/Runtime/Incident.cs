
namespace Portal.Workflows.Runtime;

/// <summary>A fault of one branch, as administrators see it: number and step, no content.</summary>
public sealed class Incident
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The runner's number of it; below zero that of a step or timer that waits in vain.</summary>
    public required int Number { get; init; }

    public required string StepId { get; init; }

    public required string Kind { get; init; }

    public required string Message { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public string? ResolvedById { get; private set; }

    public string Resolution { get; private set; } = "";

    public void Resolve(string personId, string how, DateTime now) => (ResolvedAt, ResolvedById, Resolution) = (now, personId, how);
}
