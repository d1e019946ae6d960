using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 6, Đ9.2: each area has a contact or a reason why not.</summary>
internal sealed class RecordPriorContact() : Step<FieldTrip, PriorContactInput>(TripForms.PriorContact, new PriorContactValidator())
{
    protected override Result Do(PriorContactInput input, StepContext<FieldTrip> at) => at.Subject.RecordPriorContact(input, at.Context);
}
