using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 8: what one of those on the way writes down; the trip goes on for all.</summary>
internal sealed class AddTripNote() : Step<FieldTrip, TripNoteInput>(TripForms.Note, new TripNoteValidator())
{
    protected override Result Do(TripNoteInput input, StepContext<FieldTrip> at) => at.Subject.AddNote(at.Context);

    protected override StepEffect CameOfIt(TripNoteInput input, StepContext<FieldTrip> at) => new() { Files = input.Files ?? [] };
}
