
namespace Portal.Workflows.Engine;

/// <summary>The step no longer waits: answered, or cancelled by a race, a jump or the end of the instance.</summary>
public sealed record CloseTask(int WaitId, string ActivityId, bool Cancelled) : Effect;
