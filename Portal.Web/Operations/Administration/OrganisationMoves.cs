using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.Calendar;
using Portal.Web.Persistence;
using Portal.Web.Processes;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// R-ORG-07: what goes along when areas end or others look after them. Numbers and states, no content; nothing of what is Restricted.
/// </summary>
/// <param name="after">The organisation as it would be.</param>
/// <param name="day">The first day on which it is.</param>
internal sealed class OrganisationMoves(OrganisationDirectory before, OrganisationDirectory after, DateOnly day)
{
    private const int MostListed = 100;
    private const int DaysAhead = 366;
    private static readonly string[] Discreet = [.. Audience.All.SelectMany(a => a.DiscreetSteps)];

    private readonly List<MonitoredArea> _areas =
        [.. before.Data.Areas.Where(a => a.IsValidOn(day) && KeyOf(before, a.Id, day) != KeyOf(after, a.Id, day))
            .OrderBy(a => a.Name, VietnameseText.Comparer)];

    public async Task<OrganisationPreview> ReadAsync(
        PortalDbContext db, IEnumerable<IPlannedMatters> planned, OrganisationPreview preview, CancellationToken cancellation)
    {
        var ids = _areas.ConvertAll(a => a.Id);
        var readable = db.Cases.Where(c => c.State == CaseState.Open && c.Sensitivity == Sensitivity.Normal);
        var cases = await readable.Where(c => c.Areas.Any(a => ids.Contains(a.AreaId))).OrderBy(c => c.Number)
            .Select(c => new OpenOfArea(
                c.Id, c.Number, c.ProcessKey, c.Status, c.State, c.Areas.Select(a => a.AreaId).ToList(), c.Engagement, c.StartsAt, c.EndsAt,
                c.IsCalledOff))
            .ToListAsync(cancellation);
        var due = (await db.UserTasks
                .Where(t => t.State == UserTaskState.Open && t.Sensitivity == Sensitivity.Normal && !t.IsAboutRestricted
                    && !t.IsForHeadAlone && t.DueAt != null && !Discreet.Contains(t.StepId)
                    && readable.Any(c => c.Id == t.CaseId && c.Areas.Any(a => ids.Contains(a.AreaId))))
                .Select(t => new { t.CaseId, t.DueAt }).ToListAsync(cancellation))
            .ToLookup(t => t.CaseId, t => t.DueAt!.Value);
        var items = await db.ReportItems
            .Where(ReportItemAccess.Open)
            .Where(i => ids.Contains(i.AreaId) && i.Sensitivity == Sensitivity.Normal)
            .GroupBy(i => i.AreaId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var matters = await MattersAsync(db, planned, readable, cases, cancellation);
        return preview with
        {
            Areas = [.. _areas.Select(a => Moved(a, cases, due, items.GetValueOrDefault(a.Id), matters))],
            Cases = [.. cases.Take(MostListed).Select(c => new MovedCase(
                c.Number, c.ProcessKey, c.Status, c.State, string.Join(", ", c.Areas.Where(ids.Contains).Select(before.AreaName)),
                due[c.Id].Order().Select(d => (DateTime?)d).FirstOrDefault()))],
            CaseCount = cases.Count,
            Stranded = [.. matters.SelectMany(Stranded).OrderBy(s => s.From)],
        };
    }

    private MovedArea Moved(
        MonitoredArea area, List<OpenOfArea> cases, ILookup<Guid, DateTime> due, int items, IReadOnlyList<Matter> matters)
    {
        var ends = after.Area(area.Id)?.IsValidOn(day) != true;
        var own = cases.Where(c => c.Areas.Contains(area.Id)).ToList();
        var deadlines = own.SelectMany(c => due[c.Id]).Order().ToList();
        var planned = matters.Where(m => m.Areas.Contains(area.Id)).ToList();
        return new MovedArea(
            area.Id, area.Name, WatchOf(before, area.Id),
            [.. ends ? after.SuccessorsOf(area.Id).Select(s => WatchOf(after, s.Id)) : [WatchOf(after, area.Id)]],
            ends)
        {
            Cases = own.Count,
            Deadlines = deadlines.Count,
            NextDue = deadlines.Count == 0 ? null : deadlines[0],
            PlanRows = planned.Count(m => m.IsPlanned),
            Trips = planned.Count(m => !m.IsPlanned),
            Items = items,
        };
    }

    private AreaWatch WatchOf(OrganisationDirectory directory, string area)
    {
        var group = directory.GroupOfArea(area, day);
        return new AreaWatch(
            directory.AreaName(area),
            group is null ? "" : directory.Group(group)?.Name ?? group,
            group is not null && directory.LeadOf(group, day) is { } lead ? directory.NameOf(lead) : "",
            directory.LeaderInCharge(area, group, day) is { } leader ? directory.NameOf(leader) : "");
    }

    private IEnumerable<StrandedMatter> Stranded(Matter matter) =>
        from id in matter.Areas
        let area = after.Area(id)
        where area?.ValidTo is { } end && end < matter.To && before.Area(id)?.IsValidOn(matter.To) == true
        select new StrandedMatter(
            matter.Number, matter.Kind, matter.IsPlanned, matter.From, matter.To, area.Name, area.ValidTo!.Value,
            string.Join(", ", after.SuccessorsOf(id).Select(s => s.Name)));

    // Trips and meetings have their time on the case; what is only planned, the modules know.
    private async Task<IReadOnlyList<Matter>> MattersAsync(
        PortalDbContext db, IEnumerable<IPlannedMatters> planned, IQueryable<Case> readable, List<OpenOfArea> cases,
        CancellationToken cancellation)
    {
        var settled = cases
            .Where(c => c is { Engagement: not null, StartsAt: not null, EndsAt: not null, IsCalledOff: false })
            .Select(c => new Matter(
                c.Number, c.Engagement!.Value, false, VietnamTime.DayOf(c.StartsAt!.Value), VietnamTime.DayOf(c.EndsAt!.Value), c.Areas))
            .Where(m => m.To >= day);
        var found = new List<Matter>(settled);
        foreach (var module in planned)
        {
            var entries = await module.BetweenAsync(db, readable, day, LastOf(day), cancellation);
            found.AddRange(entries.Where(e => !e.IsCalledOff && e.AreaIds.Any(a => _areas.Exists(m => m.Id == a))).Select(Of));
        }

        return found;
    }

    private static Matter Of(CalendarEntry entry) => new(
        entry.Number, entry.Kind, true, VietnamTime.DayOf(entry.From), VietnamTime.DayOf(entry.To), entry.AreaIds);

    private static DateOnly LastOf(DateOnly day) =>
        day > DateOnly.MaxValue.AddDays(-DaysAhead) ? DateOnly.MaxValue : day.AddDays(DaysAhead);

    // What somebody would notice: whether it is there, who watches it, who leads them, who is in charge.
    private static string KeyOf(OrganisationDirectory directory, string area, DateOnly day)
    {
        if (directory.Area(area)?.IsValidOn(day) != true)
        {
            return "";
        }

        var group = directory.GroupOfArea(area, day);
        IEnumerable<string> members = group is null ? [] : directory.MembersOf(group, day).Order(StringComparer.Ordinal);
        return string.Join(
            ' ',
            [group, group is null ? "" : directory.LeadOf(group, day), directory.LeaderInCharge(area, group, day), .. members]);
    }

    private sealed record OpenOfArea(
        Guid Id, string Number, string ProcessKey, string Status, CaseState State, List<string> Areas, EngagementKind? Engagement,
        DateTime? StartsAt, DateTime? EndsAt, bool IsCalledOff);

    /// <param name="From">First day, of Viet Nam.</param>
    private sealed record Matter(
        string Number, EngagementKind Kind, bool IsPlanned, DateOnly From, DateOnly To, IReadOnlyList<string> Areas);
}
