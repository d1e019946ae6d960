using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F13, step 4: the lead's proposal of an annual review, with a rating, goes to the departments.</summary>
internal sealed class Propose() : WriteProposal<ReviewProposalInput>(
    ReviewForms.Proposal, new ReviewProposalValidator<ReviewProposalInput>(), "Consult")
{
    protected override Result Do(ReviewProposalInput input, StepContext<ReviewProposal> at) =>
        at.Subject.Propose(input, input.Rating, false, at.Context) is { IsSuccess: false } refused
            ? refused
            : at.Subject.CarryIn([.. at.Turn.Related.OfType<ReviewProposal>()]);
}
