using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T6: the leader gives more time for the result.</summary>
internal sealed class ExtendResult() : Step<FieldTrip, ExtensionInput>(CaseForms.Extension, new ExtensionValidator())
{
    protected override Result Do(ExtensionInput input, StepContext<FieldTrip> at) => at.Subject.Extend(input, at.Context);

    protected override StepEffect CameOfIt(ExtensionInput input, StepContext<FieldTrip> at) => Tell(NotificationKind.Changed, "tripLeader");
}
