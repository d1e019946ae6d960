using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>A leader does not, and says why.</summary>
internal sealed class RejectFeedback() : Step<RegulationFeedback, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.Reason), "Reject")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<RegulationFeedback> at) => at.Subject.Reject(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<RegulationFeedback> at) =>
        Decided(input.Opinion, "initiator", "role:ComplianceOfficer");
}
