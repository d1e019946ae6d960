using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader does not want the trip.</summary>
internal sealed class DeclineNotice() : OpinionOnNotice(OpinionDemand.Reason, "Decline")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<FieldTrip> at) => at.Subject.Decline(at.Context);
}
