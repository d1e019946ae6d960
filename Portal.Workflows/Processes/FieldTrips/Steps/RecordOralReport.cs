using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T2: the leader was silent; the lead told a leader directly, and writes down whom, when and how.</summary>
internal sealed class RecordOralReport() : Step<FieldTrip, OralReportForm>(CaseForms.OralReport, new OralReportFormValidator())
{
    protected override Result Do(OralReportForm input, StepContext<FieldTrip> at) => at.Subject.RecordOralReport(input, at.Context);
}
