using Portal.Domain.Cases;
using Portal.Web.Operations.Compliance;
using Portal.Web.Persistence;
using Portal.Workflows.Processes.AreaReports;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01 on the list of RP-04: reports that are missing or late (R-RPT-01).</summary>
public sealed class AreaReportCompliance : IComplianceSource
{
    public IReadOnlyList<(string ProcessKey, string StepId)> Steps =>
        [(MonthlyAreaReportProcess.ProcessKey, MonthlyAreaReportProcess.DraftStep)];

    public Task<IReadOnlyList<ComplianceFinding>> FlagsAsync(
        PortalDbContext db, IQueryable<Case> cases, DateTime from, DateTime to, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ComplianceFinding>>([]);
}
