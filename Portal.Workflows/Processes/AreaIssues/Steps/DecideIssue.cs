using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>
/// What the leader, or the head, says of it: note it, direct (Đ4.1-2), ask for more, pass it on to the head, end it. One verb each.
/// </summary>
internal sealed class DecideIssue(
    string outcome, OpinionDemand demand, Func<AreaIssue, CaseContext, Result> verb, params string[] tell)
    : Step<AreaIssue, LeaderOpinionInput>(CaseForms.Opinion, new LeaderOpinionValidator(demand), outcome)
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => verb(at.Subject, at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, tell) with { Sensitivity = Sensitivity.Restricted };
}
