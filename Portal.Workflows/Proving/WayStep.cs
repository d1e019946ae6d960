namespace Portal.Workflows.Proving;

/// <summary>One step on a way through a definition.</summary>
/// <param name="Path">Path of the activity; empty for an event that nothing waited for.</param>
/// <param name="Outcome">Key of the answer, or name of the event; empty for the others.</param>
public sealed record WayStep(WayKind Kind, string Path, string Outcome);
