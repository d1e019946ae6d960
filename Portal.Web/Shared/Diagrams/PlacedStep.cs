using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>A step of a flowchart with the upper left corner of its box.</summary>
public sealed record PlacedStep(CompiledActivity Activity, double X, double Y, StepShape Shape)
{
    /// <summary>People do it; else the portal by itself.</summary>
    public bool IsHuman => Shape == StepShape.Person;
}
