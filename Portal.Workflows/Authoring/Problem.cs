
namespace Portal.Workflows.Authoring;

/// <param name="Code">Text is looked up as <c>check.{Code}</c>.</param>
/// <param name="Place">JSON path in the document.</param>
/// <param name="ActivityId">The step concerned, or null for the definition as a whole.</param>
public sealed record Problem(ProblemSeverity Severity, string Code, string Place, string? ActivityId, params string[] Args);
