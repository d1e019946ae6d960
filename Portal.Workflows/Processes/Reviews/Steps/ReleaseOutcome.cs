using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R9: the head says how far the group may know what the Standing Committee changed or refused.</summary>
internal sealed class ReleaseOutcome() : Step<ReviewProposal, ReleaseInput>(ReviewForms.Release, new ReleaseValidator(), "Release")
{
    protected override Result Do(ReleaseInput input, StepContext<ReviewProposal> at) => at.Subject.Release(input, at.Context);

    protected override StepEffect CameOfIt(ReleaseInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "groupLead") with { Sensitivity = Sensitivity.Leaders };
}
