using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-06, tổng hợp báo cáo tháng các địa bàn: the reports of a month as one person may see them.</summary>
public sealed class AreaReportRegister(PortalOperations operations)
{
    public const int PageSize = 25;

    /// <summary>More areas than a province has.</summary>
    private const int MostRows = 1000;

    public async Task<Page<AreaReportRow>> ListAsync(Actor actor, AreaReportFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var found = Found(db, filter, scope);
            var sorted = filter.Sort == AreaReportSort.Submitted
                ? found.By(r => r.Report.SubmittedAt, filter.IsDescending).ThenBy(r => r.Report.AreaId, filter.IsDescending)
                : found.By(r => r.Report.AreaId, filter.IsDescending);
            var page = await sorted.Skip(Paging.Before(filter.Page, PageSize)).Take(PageSize).ToListAsync(cancellation);
            return new Page<AreaReportRow>(await RowsAsync(db, page, scope, cancellation), await found.CountAsync(cancellation));
        }, cancellation);
    }

    /// <summary>
    /// How many reports of the month stand in each state, whatever state the filter asks for, and how many areas have not reported.
    /// </summary>
    public async Task<(IReadOnlyDictionary<AreaReportStatus, int> ByStatus, int Missing)> CountAsync(
        Actor actor, AreaReportFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var counts = await operations.ReadAsync(
            db => Found(db, filter with { Status = null, IsMissing = false }, scope)
                .GroupBy(r => new { r.Report.Status, IsMissing = r.Report.SubmittedAt == null })
                .Select(g => new { g.Key.Status, g.Key.IsMissing, Count = g.Count() })
                .ToListAsync(cancellation),
            cancellation);
        return (
            counts.GroupBy(c => c.Status).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            counts.Where(c => c.IsMissing).Sum(c => c.Count));
    }

    /// <summary>All rows of the filter by area, for a file; that they were taken away is recorded first.</summary>
    public async Task<Result<IReadOnlyList<AreaReportRow>>> ExportAsync(
        Actor actor, AreaReportFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "AreaReport.Exported", $"{filter.Month:yyyy-MM}", filter.GroupId, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync<Result<IReadOnlyList<AreaReportRow>>>(
            async db => await RowsAsync(
                db, await Found(db, filter, scope).OrderBy(r => r.Report.AreaId).Take(MostRows).ToListAsync(cancellation), scope,
                cancellation),
            cancellation);
    }

    private static IQueryable<Known> Found(PortalDbContext db, AreaReportFilter filter, AccessScope scope)
    {
        var reports = db.Set<MonthlyAreaReport>().Where(r => r.Month == filter.Month);
        reports = filter.Status is { } status ? reports.Where(r => r.Status == status) : reports;
        reports = filter.IsMissing ? reports.Where(r => r.SubmittedAt == null) : reports;
        var cases = db.Cases.Where(CaseAccess.Title(scope));
        cases = filter.GroupId.Length > 0 ? cases.Where(c => c.GroupId == filter.GroupId) : cases;
        return reports.Join(cases, r => r.CaseId, c => c.Id, (r, c) => new Known { Report = r, Number = c.Number, GroupId = c.GroupId });
    }

    // What the list tells of a report beside its state is for who reads the case; what concerns personnel is told on no list.
    private static async Task<List<AreaReportRow>> RowsAsync(
        PortalDbContext db, List<Known> page, AccessScope scope, CancellationToken cancellation)
    {
        var ids = page.ConvertAll(r => r.Report.CaseId);
        var readable = (await db.Cases.Where(CaseAccess.Content(scope)).Where(c => ids.Contains(c.Id)).Select(c => c.Id)
            .ToListAsync(cancellation)).ToHashSet();
        return page.ConvertAll(r => new AreaReportRow(
            r.Number, r.Report.AreaId, r.GroupId, r.Report.Status, r.Report.IsNothing, r.Report.IsLate, r.Report.SubmittedAt,
            r.Report.AuthorId,
            readable.Contains(r.Report.CaseId) && r.Report.Content.ConcernsPersonnel != true
                ? r.Report.Content with { NewItems = ReportItemInput.Split(r.Report.Content.NewItems).Open }
                : null));
    }

    private sealed class Known
    {
        public required MonthlyAreaReport Report { get; init; }

        public required string Number { get; init; }

        public required string GroupId { get; init; }
    }
}
