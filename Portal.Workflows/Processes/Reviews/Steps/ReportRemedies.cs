using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 17: what was found is mended, or carried over to the next cycle.</summary>
internal sealed class ReportRemedies(bool carriesOver, string outcome) : Step<ReviewProposal, RemediesInput>(
    ReviewForms.Remedies, new RemediesValidator(), outcome)
{
    protected override Result Do(RemediesInput input, StepContext<ReviewProposal> at) =>
        at.Subject.ReportRemedies(input, carriesOver, at.Context);
}
