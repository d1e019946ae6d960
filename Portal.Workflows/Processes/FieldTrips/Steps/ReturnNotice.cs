using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T1: back to the author with reasons.</summary>
internal sealed class ReturnNotice() : OpinionOnNotice(OpinionDemand.Reason, "Return")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<FieldTrip> at) => at.Subject.ReturnForChange(at.Context);
}
