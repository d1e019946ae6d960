using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 17: how far each remedy has come; the step is due again when the next one is.</summary>
internal sealed class FollowRemedies() : Step<ReviewProposal, RemediesInput>(ReviewForms.Remedies, new RemediesValidator(), "Followed")
{
    protected override Result Do(RemediesInput input, StepContext<ReviewProposal> at) => at.Subject.FollowRemedies(input, at.Context);
}
