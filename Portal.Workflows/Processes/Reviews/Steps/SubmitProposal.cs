using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 6: each opinion that was given is handled, and all goes to the leader in charge, with a rating.</summary>
internal sealed class SubmitProposal() : WriteProposal<ReviewFinalInput>(ReviewForms.Final, new ReviewFinalValidator(), "Submit")
{
    protected override Result Do(ReviewFinalInput input, StepContext<ReviewProposal> at) =>
        at.Subject.Submit(input, input.Rating, input.Handling, at.Context);
}
