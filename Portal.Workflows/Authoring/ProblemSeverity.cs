
namespace Portal.Workflows.Authoring;

public enum ProblemSeverity
{
    Warning,

    /// <summary>Must be mended before publishing.</summary>
    Error,
}
