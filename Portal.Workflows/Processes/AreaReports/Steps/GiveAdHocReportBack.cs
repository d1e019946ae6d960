using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The lead wants it otherwise.</summary>
internal sealed class GiveAdHocReportBack() : Step<AdHocReport, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Return")
{
    protected override Result Do(ReasonInput input, StepContext<AdHocReport> at) => at.Subject.GiveBack(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<AdHocReport> at) =>
        Decided(input.Reason, $"person:{at.Subject.AuthorId}") with { Sensitivity = AdHocReportProcess.SensitivityOf(at.Subject) };
}
