using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>6.2: a lead or a leader starts the review of one area, out of turn.</summary>
internal sealed class StartAdHocReview() : Step<ReviewProposal, AdHocReviewInput>(
    ReviewForms.AdHocStart, new AdHocReviewValidator(), "Submit")
{
    protected override Result Do(AdHocReviewInput input, StepContext<ReviewProposal> at)
    {
        var started = ReviewProposal.StartAdHoc(at.File.Case.Id, at.File.Case.GroupId, input, at.Context);
        if (started.IsSuccess)
        {
            at.File.Subject = started.Value;
        }

        return started;
    }
}
