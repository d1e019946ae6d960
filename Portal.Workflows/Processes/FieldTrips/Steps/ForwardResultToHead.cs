using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader passes the result on to the head.</summary>
internal sealed class ForwardResultToHead() : ReviewOfResult(OpinionDemand.None, "ForwardToHead")
{
    protected override Result Say(StepContext<FieldTrip> at) => at.Subject.ForwardToHead(at.Context);
}
