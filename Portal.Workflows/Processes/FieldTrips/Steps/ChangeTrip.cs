using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
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
        Tell(NotificationKind.Changed, "leaderInCharge", "participants") with { Kept = input.IsStub() ? null : Changed(input, at) };

    // What was left as it was says nothing; a programme that moved along with the departure is kept as it is now.
    private static JsonObject Changed(TripChangeInput input, StepContext<FieldTrip> at)
    {
        var what = at.Subject.Changes.Where(c => c.At == at.Context.Now).Select(c => c.What).ToHashSet();
        return FormInput.ToJson(new TripChangeInput
        {
            Secrecy = input.Secrecy,
            DepartsAt = what.Contains("departsAt") ? input.DepartsAt : null,
            ReturnsAt = what.Contains("returnsAt") ? input.ReturnsAt : null,
            Place = what.Contains("place") ? input.Place : null,
            Purpose = what.Contains("purpose") ? input.Purpose : null,
            ParticipantIds = what.Contains("participantIds") ? input.ParticipantIds : null,
            Programme = what.Contains("programme") ? at.Subject.Notice.Programme : null,
            Reason = input.Reason,
        });
    }
}
