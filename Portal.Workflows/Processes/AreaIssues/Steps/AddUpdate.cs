using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>What came to be known later, what became of it, or a flag (Đ7.A.4).</summary>
internal sealed class AddUpdate() : Step<AreaIssue, IssueUpdateInput>(AreaIssueForms.Update, new IssueUpdateRules(), "AddUpdate")
{
    protected override Result Do(IssueUpdateInput input, StepContext<AreaIssue> at) => at.Subject.AddUpdate(input, at.Context);

    protected override StepEffect CameOfIt(IssueUpdateInput input, StepContext<AreaIssue> at) =>
        Tell(NotificationKind.Changed, AreaIssueProcess.Decider) with { Sensitivity = Sensitivity.Restricted, Files = input.Files ?? [] };
}
