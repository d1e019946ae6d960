using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <summary>A dry run with what its first form needs.</summary>
/// <param name="ProcessKey">The process that is started: the definition's own, or the one that dispatches it.</param>
/// <param name="StepId">Its first step.</param>
/// <param name="ByCalendar">Nobody starts it: the calendar opens it for a group.</param>
public sealed record DryRunStart(DryRun Run, string ProcessKey, string StepId, Workflows.UserTasks.UserTaskSpec First, bool ByCalendar);
