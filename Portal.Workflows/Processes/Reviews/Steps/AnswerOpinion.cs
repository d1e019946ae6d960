using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F14, step 5: a department's opinion (Đ11); whoever does not simply agree says why.</summary>
/// <param name="stance">The outcome has its name.</param>
internal sealed class AnswerOpinion(ConsultationStance stance) : Step<ReviewProposal, ConsultationInput>(
    ReviewForms.Consultation, new ConsultationValidator(stance), stance.ToString())
{
    protected override Result Do(ConsultationInput input, StepContext<ReviewProposal> at) =>
        at.Subject.AnswerOpinion(at.Item, input, stance, at.Context);

    // Kept as a decision: the group may reserve its opinion on it (Đ6.4).
    protected override StepEffect CameOfIt(ConsultationInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "groupLead") with { IsDecision = true, Opinion = input.Comment ?? "" };
}
