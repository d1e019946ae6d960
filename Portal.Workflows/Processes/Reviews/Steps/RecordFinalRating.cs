using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 16: the official level, by the body that decides it (Đ7.B.4).</summary>
internal sealed class RecordFinalRating() : Step<ReviewProposal, FinalRatingInput>(
    ReviewForms.FinalRating, new FinalRatingValidator(), "Recorded")
{
    protected override Result Do(FinalRatingInput input, StepContext<ReviewProposal> at) => at.Subject.RecordFinalRating(input, at.Context);

    protected override StepEffect CameOfIt(FinalRatingInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "groupLead", "leaderInCharge");
}
