using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R10: not held, or put off.</summary>
internal sealed class PostponeConference() : Step<ReviewProposal, PostponedInput>(
    ReviewForms.Postponed, new PostponedValidator(), "Postponed")
{
    protected override Result Do(PostponedInput input, StepContext<ReviewProposal> at) => at.Subject.Postpone(input, at.Context);

    protected override StepEffect CameOfIt(PostponedInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge");
}
