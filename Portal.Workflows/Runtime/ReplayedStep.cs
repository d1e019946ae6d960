
namespace Portal.Workflows.Runtime;

/// <summary>One step of a replayed case.</summary>
public sealed record ReplayedStep(string StepId, string Title, string? Item, string Outcome, DateTime? DueAt);
