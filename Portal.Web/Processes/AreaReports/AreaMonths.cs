using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.FollowUps;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What a month brought to an area, from the records of trips, meetings, contacts and items (Đ5.1, Đ8.2).</summary>
public sealed class AreaMonths(PortalOperations operations)
{
    /// <summary>Items that are offered to one report, the oldest.</summary>
    private const int MostItems = 60;

    /// <summary>Trips and meetings of one area in one month that are looked at.</summary>
    private const int MostCases = 60;

    /// <summary>Nothing Restricted is in it: the report is for everybody of the group.</summary>
    public async Task<AreaMonth> OfAsync(Actor actor, MonthlyAreaReport report, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var areas = context.Directory.WithPredecessors([report.AreaId]).ToList();
        return await operations.ReadAsync(async db =>
        {
            var cases = await CasesAsync(db, report.Month, areas, scope, cancellation);
            return new AreaMonth(
                report.Month, await TripsAsync(db, cases, cancellation), await MeetingsAsync(db, cases, cancellation),
                await ContactsAsync(db, report.Month, areas, cancellation), await ItemsAsync(db, areas, scope, cancellation),
                await PlannedAsync(db, report.Month.AddMonths(1), areas, report.WatchingGroup(context), cancellation));
        }, cancellation);
    }

    private static (DateTime From, DateTime To) Moments(DateOnly month) =>
        (VietnamTime.ToUtc(month.ToDateTime(TimeOnly.MinValue)), VietnamTime.ToUtc(month.AddMonths(1).ToDateTime(TimeOnly.MinValue)));

    private static async Task<Dictionary<Guid, string>> CasesAsync(
        PortalDbContext db, DateOnly month, List<string> areas, AccessScope scope, CancellationToken cancellation)
    {
        var (from, to) = Moments(month);
        return await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
            .Join(
                db.Cases.Where(CaseAccess.Content(scope))
                    .Where(c => c.BeganAt >= from && c.BeganAt < to && c.Sensitivity == Sensitivity.Normal),
                a => a.CaseId, c => c.Id, (_, c) => new { c.Id, c.Number, c.BeganAt })
            .Distinct()
            .OrderBy(c => c.BeganAt)
            .Take(MostCases)
            .ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
    }

    private static async Task<List<(string, FieldTrip)>> TripsAsync(
        PortalDbContext db, Dictionary<Guid, string> cases, CancellationToken cancellation) =>
    [
        .. (await db.Set<FieldTrip>().Where(t => cases.Keys.Contains(t.CaseId)).OrderBy(t => t.DepartsAt).ToListAsync(cancellation))
            .Select(t => (cases[t.CaseId], t)),
    ];

    private static async Task<List<(string, MeetingAttendance)>> MeetingsAsync(
        PortalDbContext db, Dictionary<Guid, string> cases, CancellationToken cancellation) =>
    [
        .. (await db.Set<MeetingAttendance>().Where(m => cases.Keys.Contains(m.CaseId)).OrderBy(m => m.StartsAt)
            .ToListAsync(cancellation)).Select(m => (cases[m.CaseId], m)),
    ];

    private static Task<int> ContactsAsync(PortalDbContext db, DateOnly month, List<string> areas, CancellationToken cancellation)
    {
        var (from, to) = Moments(month);
        return db.ContactLogs.CountAsync(
            c => areas.Contains(c.AreaId) && c.At >= from && c.At < to && c.State != FollowedState.Cancelled, cancellation);
    }

    private static async Task<IReadOnlyList<ReportItem>> ItemsAsync(
        PortalDbContext db, List<string> areas, AccessScope scope, CancellationToken cancellation) =>
        await db.ReportItems.Where(ReportItemAccess.Readable(scope))
            .Where(i => areas.Contains(i.AreaId) && i.MergedIntoId == null && i.Sensitivity == Sensitivity.Normal)
            .Where(i => i.State == ReportItemState.New || i.State == ReportItemState.CarriedOver)
            .OrderBy(i => i.CreatedAt)
            .Take(MostItems)
            .ToListAsync(cancellation);

    private static async Task<IReadOnlyList<TripPlanItem>> PlannedAsync(
        PortalDbContext db, DateOnly month, List<string> areas, string group, CancellationToken cancellation)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return
        [
            .. (await db.Set<TripPlanItem>()
                .Where(i => i.DateFrom >= month && i.DateFrom <= last && i.GroupId == group && i.State != PlanItemState.Dropped)
                .OrderBy(i => i.DateFrom)
                .ToListAsync(cancellation)).Where(i => (i.Content.AreaIds ?? []).Any(areas.Contains)),
        ];
    }
}
