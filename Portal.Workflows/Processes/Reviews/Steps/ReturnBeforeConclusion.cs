using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 15: the leaders send the advice back, with the reason.</summary>
internal sealed class ReturnBeforeConclusion() : Step<ReviewProposal, ConclusionInput>(
    ReviewForms.Conclusion, new ConclusionValidator(concludes: false), "Return")
{
    protected override Result Do(ConclusionInput input, StepContext<ReviewProposal> at) =>
        string.IsNullOrWhiteSpace(input.Opinion) && !input.IsStub()
            ? Refusal.Invalid([new FieldError("opinion", "Common.ReasonRequired")]) : at.Subject.ReturnAdvice(at.Context);

    protected override StepEffect CameOfIt(ConclusionInput input, StepContext<ReviewProposal> at) =>
        Decided(input.Opinion, "groupLead", "leaderInCharge");
}
