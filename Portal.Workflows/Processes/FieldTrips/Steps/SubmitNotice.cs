using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 4, báo việc (Đ7.A.5): the notice begins the trip; sent again after a return or a withdrawal (E-T1, E-T7).</summary>
internal sealed class SubmitNotice() : Step<FieldTrip, TripNoticeInput>(TripForms.Notice, new TripNoticeValidator(), "Submit")
{
    protected override Result Do(TripNoticeInput given, StepContext<FieldTrip> at)
    {
        var input = given.WithProgramme();
        if (at.Existing is { } existing)
        {
            var again = existing.Resubmit(input with { PlanItemId = existing.Notice.PlanItemId }, at.Context);
            if (again.IsSuccess)
            {
                Follow(existing, at.Turn);
            }

            return again;
        }

        var made = FieldTrip.Notify(at.File.Case.Id, at.File.Case.GroupId, input, at.Context);
        if (!made.IsSuccess)
        {
            return made;
        }

        at.File.Subject = made.Value;
        Follow(made.Value, at.Turn);
        return FieldTripProcess.PlanItem(at.Turn)?.Realise(at.File.Case.Id) ?? Result.Ok;
    }

    protected override StepEffect CameOfIt(TripNoticeInput input, StepContext<FieldTrip> at) => new()
    {
        Files = input.Files ?? [],
        Kept = FormInput.ToJson(input.WithProgramme()),
    };

    private static void Follow(FieldTrip trip, Turn turn)
    {
        turn.Case.SetAreas(trip.AreaIds);
        turn.Case.SetParticipants(trip.ParticipantIds);
    }
}
