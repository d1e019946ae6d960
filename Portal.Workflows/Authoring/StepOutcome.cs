
namespace Portal.Workflows.Authoring;

/// <summary>An outcome of a step, and where it leads.</summary>
/// <param name="To">Id of the next step in the same chart; null when it leads nowhere.</param>
public sealed record StepOutcome(string Key, string Label, bool CommentRequired, string? To);
