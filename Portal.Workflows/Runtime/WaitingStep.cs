namespace Portal.Workflows.Runtime;

/// <summary>A step that waits for people, as the receipt of an act names it.</summary>
public sealed record WaitingStep(
    Guid TaskId, string StepId, string Title, IReadOnlyList<string> PersonIds, DateTime? DueAt, string? DueClause);
