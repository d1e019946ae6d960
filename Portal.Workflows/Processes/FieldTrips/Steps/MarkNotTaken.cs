using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Nobody went.</summary>
internal sealed class MarkNotTaken() : Step<FieldTrip, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "NotTaken")
{
    protected override Result Do(ReasonInput input, StepContext<FieldTrip> at) => at.Subject.MarkNotTaken(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<FieldTrip> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "participants");
}
