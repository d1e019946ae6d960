using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

/// <summary>One step of a definition as people read it: in order, with its place.</summary>
/// <param name="Path">As <see cref="CompiledActivity.Path"/>.</param>
/// <param name="Depth">Charts around it: 0 on the first level.</param>
/// <param name="Settings">Null for an automatic step, and for a human one whose settings are computed.</param>
/// <param name="Leads">Ports and the titles they lead to.</param>
public sealed record OutlineStep(string Path, string Id, string Type, string Title, int Depth, bool IsHuman, StepSettings? Settings,
    IReadOnlyList<(string Port, string To, string ToTitle)> Leads);
