using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>The author says what the leader asked for.</summary>
internal sealed class Clarify() : Step<AreaIssue, IssueUpdateInput>(AreaIssueForms.Update, new IssueUpdateRules(), "Clarify")
{
    protected override Result Do(IssueUpdateInput input, StepContext<AreaIssue> at) => at.Subject.Clarify(input, at.Context);

    protected override StepEffect CameOfIt(IssueUpdateInput input, StepContext<AreaIssue> at) =>
        new() { Sensitivity = Sensitivity.Restricted, Files = input.Files ?? [] };
}
