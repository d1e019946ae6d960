using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>A step of a flowchart with the upper left corner of its box.</summary>
/// <param name="IsHuman">People do it; else the portal by itself.</param>
public sealed record PlacedStep(CompiledActivity Activity, double X, double Y, bool IsHuman);
