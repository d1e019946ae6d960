using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Web.Operations.Compliance;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2 on the list of RP-04: notes that are missing or late, oral consents that the leader disputes (E-M4).</summary>
public sealed class MeetingCompliance : IComplianceSource
{
    public IReadOnlyList<(string ProcessKey, string StepId)> Steps => [(MeetingAttendance.ProcessKey, "notes")];

    public async Task<IReadOnlyList<ComplianceFinding>> FlagsAsync(
        PortalDbContext db, IQueryable<Case> cases, DateTime from, DateTime to, CancellationToken cancellation) =>
        [
            .. (await db.Set<MeetingAttendance>()
                .Where(m => m.StartsAt >= from && m.StartsAt < to && m.Oral == OralConsentState.Disputed)
                .Join(cases, m => m.CaseId, c => c.Id, (m, c) => new { m.StartsAt, c.Number, c.Title, c.GroupId })
                .ToListAsync(cancellation))
                .Select(m => ComplianceFinding.Flag(
                    "oralConsentDisputed", m.Number, m.Title, MeetingAttendance.ProcessKey, m.GroupId, m.StartsAt)),
        ];
}
