using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>F4: the head answers the notice instead of the leader in charge.</summary>
internal sealed class ForwardNoticeToHead() : OpinionOnNotice(OpinionDemand.None, "ForwardToHead")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<FieldTrip> at) => at.Subject.ForwardNoticeToHead(at.Context);
}
