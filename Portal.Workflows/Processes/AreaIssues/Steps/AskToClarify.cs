using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Yêu cầu làm rõ.</summary>
internal sealed class AskToClarify() : Step<AreaIssue, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.Reason), "AskToClarify")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => at.Subject.AskToClarify(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, "initiator") with { Sensitivity = Sensitivity.Restricted };
}
