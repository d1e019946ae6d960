using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <param name="Item">The item of the loop in which the step runs, as text; null outside of loops.</param>
public sealed record OpenTask(int WaitId, string ActivityId, UserTaskSpec Spec, string? Item = null) : Effect;
