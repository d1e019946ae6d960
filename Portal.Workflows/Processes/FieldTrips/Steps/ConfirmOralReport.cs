using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader was told, as it is written.</summary>
internal sealed class ConfirmOralReport() : AnswerToOralReport(reasonRequired: false, "ConfirmOral")
{
    protected override Result Do(ReasonInput input, StepContext<FieldTrip> at) => at.Subject.ConfirmOralReport(at.Context);
}
