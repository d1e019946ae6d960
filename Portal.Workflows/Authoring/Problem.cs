using Portal.Workflows.Proving;

namespace Portal.Workflows.Authoring;

/// <param name="Code">Text is looked up as <c>check.{Code}</c>.</param>
/// <param name="Place">JSON path in the document.</param>
/// <param name="ActivityId">The step concerned, or null for the definition as a whole.</param>
public sealed record Problem(ProblemSeverity Severity, string Code, string Place, string? ActivityId, params string[] Args)
{
    /// <summary>The clause that it is against; null where it is against none.</summary>
    public string? Clause { get; init; }

    /// <summary>The shortest way on which it happens, from the start; empty for what is seen without following one.</summary>
    public IReadOnlyList<WayStep> Way { get; init; } = [];
}
