using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaIssues.Steps;

/// <summary>Chỉ đạo (Đ4.1-2).</summary>
internal sealed class DirectIssue() : Step<AreaIssue, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.OpinionOrDirective), "AcknowledgeWithDirective")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AreaIssue> at) => at.Subject.Direct(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AreaIssue> at) =>
        Decided(input.Opinion, "initiator", "groupLead") with { Sensitivity = Sensitivity.Restricted };
}
