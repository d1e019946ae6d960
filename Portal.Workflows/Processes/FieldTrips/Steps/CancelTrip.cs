using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T5: the trip is called off before departure.</summary>
internal sealed class CancelTrip() : Step<FieldTrip, TripCancelInput>(TripForms.Cancel, new TripCancelValidator())
{
    protected override Result Do(TripCancelInput input, StepContext<FieldTrip> at) => at.Subject.Cancel(at.Context);

    protected override StepEffect CameOfIt(TripCancelInput input, StepContext<FieldTrip> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "participants", "groupLead") with
        {
            Records = [.. TripRecords.OfCancelling(at.Subject, input, at.Context)],
        };
}
