using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Web.Operations.Compliance;
using Portal.Web.Persistence;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1 on the list of RP-04: plans and results that are missing or late, late notices, departures without an answer.</summary>
public sealed class TripCompliance : IComplianceSource
{
    public IReadOnlyList<(string ProcessKey, string StepId)> Steps =>
        [(MonthlyTripPlanProcess.ProcessKey, "draft"), (FieldTripProcess.ProcessKey, FieldTripProcess.ResultStep)];

    public async Task<IReadOnlyList<ComplianceFinding>> FlagsAsync(
        PortalDbContext db, IQueryable<Case> cases, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var rows = await db.Set<FieldTrip>().Where(t => t.DepartsAt >= from && t.DepartsAt < to)
            .Where(t => t.IsLateNotice || t.DepartedWithoutAcknowledgement || t.Oral == OralReportState.Disputed)
            .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new
            {
                t.IsLateNotice,
                t.DepartedWithoutAcknowledgement,
                IsDisputed = t.Oral == OralReportState.Disputed,
                t.DepartsAt,
                c.Number,
                c.Title,
                c.GroupId,
            })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               from flag in new (string Name, bool On)[]
               {
                   ("lateNotice", row.IsLateNotice),
                   ("departedWithoutAcknowledgement", row.DepartedWithoutAcknowledgement),
                   ("oralDisputed", row.IsDisputed),
               }
               where flag.On
               select ComplianceFinding.Flag(flag.Name, row.Number, row.Title, FieldTripProcess.ProcessKey, row.GroupId, row.DepartsAt),
        ];
    }
}
