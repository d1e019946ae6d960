using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 9: a participant's part of the report, for the trip's leader to take over.</summary>
internal sealed class AddResultPart() : Step<FieldTrip, TripResultPartInput>(TripForms.ResultPart, new TripResultPartValidator())
{
    protected override Result Do(TripResultPartInput input, StepContext<FieldTrip> at) => at.Subject.AddPart(input, at.Context);

    protected override StepEffect CameOfIt(TripResultPartInput input, StepContext<FieldTrip> at) => new()
    {
        Files = input.Files ?? [],
        KeepsApart = true,
        Sensitivity = input.ConcernsPersonnel == true ? Sensitivity.Restricted : Sensitivity.Normal,
        AddresseeId = input.ConcernsPersonnel == true ? at.Subject.TripLeaderId : null,
    };
}
