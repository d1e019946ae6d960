using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Cases;

/// <summary>A process that somebody may start, and what its first step asks.</summary>
public sealed record StartableProcess(IProcess Process, string Name, string StepId, UserTaskSpec First);
