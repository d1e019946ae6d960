using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Who was asked to prepares the opinion; the head of the department signs.</summary>
internal sealed class PrepareOpinion() : Step<ReviewProposal, ConsultationInput>(
    ReviewForms.Consultation, new ConsultationValidator(null), "Prepared")
{
    protected override Result Do(ConsultationInput input, StepContext<ReviewProposal> at) =>
        at.Subject.PrepareOpinion(at.Item, input, at.Context);
}
