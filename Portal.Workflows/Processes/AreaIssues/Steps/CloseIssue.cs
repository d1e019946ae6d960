using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Đóng: nothing more is to be followed.</summary>
internal sealed class CloseIssue() : Step<AreaIssue, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.Reason), "Close")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => at.Subject.Settle(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, "initiator", "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
