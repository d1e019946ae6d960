using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 8 ends: they are back, with the notes of the trip.</summary>
internal sealed class EndTrip() : Step<FieldTrip, TripNotesInput>(TripForms.Notes, new TripNotesValidator())
{
    protected override Result Do(TripNotesInput input, StepContext<FieldTrip> at) =>
        at.Subject.End(VietnamTime.ToUtc(input.ReturnedAt!.Value), at.Context);

    protected override StepEffect CameOfIt(TripNotesInput input, StepContext<FieldTrip> at) => new() { Files = input.Files ?? [] };
}
