using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T4: the plan of the trip changes before departure.</summary>
internal sealed class ChangeTrip() : Step<FieldTrip, TripChangeInput>(TripForms.Change, new TripChangeValidator())
{
    protected override Result Do(TripChangeInput input, StepContext<FieldTrip> at)
    {
        var changed = at.Subject.Change(input, at.Context);
        if (changed.IsSuccess)
        {
            at.File.Case.SetParticipants(at.Subject.ParticipantIds);
        }

        return changed;
    }

    protected override StepEffect CameOfIt(TripChangeInput input, StepContext<FieldTrip> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "participants");
}
