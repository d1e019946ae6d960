using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 7: they have set out.</summary>
internal sealed class RecordDeparture() : Step<FieldTrip, DepartureInput>(TripForms.Departure, new DepartureValidator())
{
    protected override Result Do(DepartureInput input, StepContext<FieldTrip> at)
    {
        // a case of an earlier version has no step that waits for the others.
        var awaitsEach = at.Turn.Definition.All.Any(a => a.FixedSpec?.Who.Contains("awaitedParticipants") == true);
        var departed = at.Subject.Depart(input, at.Context, awaitsEach);
        if (departed.IsSuccess)
        {
            at.File.Case.SetParticipants(at.Subject.ParticipantIds);
        }

        return departed;
    }
}
