using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Ghi nhận: it is followed.</summary>
internal sealed class AcknowledgeIssue() : Step<AreaIssue, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.None), "Acknowledge")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => at.Subject.Acknowledge(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, "initiator", "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
