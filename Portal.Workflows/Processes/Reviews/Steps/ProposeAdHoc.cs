using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F13, step 4, out of turn: without a rating, and where it has to be quick without the departments.</summary>
internal sealed class ProposeAdHoc(bool skipsConsultation, string outcome) : WriteProposal<AdHocProposalInput>(
    ReviewForms.AdHocProposal, new AdHocProposalValidator(skips: skipsConsultation), outcome)
{
    protected override Result Do(AdHocProposalInput input, StepContext<ReviewProposal> at) =>
        at.Subject.Propose(input, null, skipsConsultation, at.Context);
}
