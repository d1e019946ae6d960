using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Feedback;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Feedback.Steps;

/// <summary>A leader accepts the feedback.</summary>
internal sealed class AcceptFeedback() : Step<RegulationFeedback, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.None), "Accept")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<RegulationFeedback> at) => at.Subject.Accept(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<RegulationFeedback> at) =>
        Decided(input.Opinion, "initiator", "role:ComplianceOfficer");
}
