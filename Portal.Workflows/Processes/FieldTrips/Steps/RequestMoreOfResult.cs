using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader wants more than was reported.</summary>
internal sealed class RequestMoreOfResult() : ReviewOfResult(OpinionDemand.Reason, "RequestSupplement")
{
    protected override Result Say(StepContext<FieldTrip> at) => at.Subject.RequestSupplement(at.Context);
}
