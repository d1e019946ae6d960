using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The leader, or the head, takes note of the report, with a directive or without (Đ4.1-2), or wants more.</summary>
internal sealed class DecideAdHocReport(string outcome, OpinionDemand demand, Func<AdHocReport, CaseContext, Result> verb)
    : Step<AdHocReport, LeaderOpinionInput>(CaseForms.Opinion, new LeaderOpinionValidator(demand), outcome)
{
    protected override Result Do(LeaderOpinionInput input, StepContext<AdHocReport> at) => verb(at.Subject, at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<AdHocReport> at) =>
        Decided(input.Opinion, "groupLead", $"person:{at.Subject.AuthorId}") with
        {
            Sensitivity = AdHocReportProcess.SensitivityOf(at.Subject),
        };
}
