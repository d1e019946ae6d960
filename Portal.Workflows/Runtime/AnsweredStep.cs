namespace Portal.Workflows.Runtime;

/// <summary>A step that an act answers, and the outcome it gives.</summary>
public sealed record AnsweredStep(UserTask Task, string Outcome);
