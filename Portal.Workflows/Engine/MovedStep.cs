
namespace Portal.Workflows.Engine;

/// <summary>An open step, and which step of the other version it becomes.</summary>
/// <param name="From">Path in the version it runs on.</param>
/// <param name="To">Path in the other version; null where there is none.</param>
public sealed record MovedStep(int WaitId, string From, string? To);
