using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Chuyển: the leader in charge passes it on to the head.</summary>
internal sealed class ForwardIssue() : Step<AreaIssue, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.None), "ForwardToHead")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => at.Subject.ForwardToHead(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, "initiator", "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
