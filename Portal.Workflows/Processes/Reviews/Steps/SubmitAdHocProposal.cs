using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 6, out of turn: the same without a rating.</summary>
internal sealed class SubmitAdHocProposal() : WriteProposal<AdHocFinalInput>(ReviewForms.AdHocFinal, new AdHocFinalValidator(), "Submit")
{
    protected override Result Do(AdHocFinalInput input, StepContext<ReviewProposal> at) =>
        at.Subject.Submit(input, null, input.Handling, at.Context);
}
