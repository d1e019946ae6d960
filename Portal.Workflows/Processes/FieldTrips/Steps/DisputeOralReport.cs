using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>"Không đúng": goes on the compliance list; the trip itself goes on.</summary>
internal sealed class DisputeOralReport() : AnswerToOralReport(reasonRequired: true, "DisputeOral")
{
    protected override Result Do(ReasonInput input, StepContext<FieldTrip> at) => at.Subject.DisputeOralReport(at.Context);
}
