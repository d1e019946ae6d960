using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Cases;

/// <summary>A process that somebody may start, and what its first step asks.</summary>
public sealed record StartableProcess(IProcess Process, string Name, string StepId, UserTaskSpec First)
{
    /// <summary>What starting it is called.</summary>
    public string LabelIn(Localizer texts) => texts.First(Name, $"start.{Process.Key}", $"process.{Process.Key}");
}
