using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence;
using Portal.Web.Processes;
using Portal.Web.Texts;

namespace Portal.Web.Operations.Calendar;

/// <summary>
/// Who is where, when: for clashes (R-CAL-01) and the calendar, from what each case says of when it takes place. Titles only where the
/// asking person may see the case.
/// </summary>
public sealed class Schedule(PortalOperations operations, IEnumerable<IPlannedMatters> planned, Localizer texts)
{
    /// <summary>No more are shown at a time.</summary>
    public const int MaxEntries = 500;

    private const int MaxOptions = 50;

    private static readonly TimeSpan Back = TimeSpan.FromDays(7);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(45);

    /// <summary>Matters and absences of these people that touch a time.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    /// <param name="except">A case that does not count: the one that is being planned.</param>
    public async Task<IReadOnlyList<BusyTime>> OfAsync(
        Actor actor, IReadOnlyCollection<string> personIds, DateTime from, DateTime to, Guid? except = null,
        CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var taken = await operations.ReadAsync(async db =>
        {
            var found = (await TakenAsync(db, personIds, from, to, cancellation)).FindAll(t => t.CaseId != except);
            var ids = found.Select(f => f.CaseId).Distinct().ToList();
            var known = await db.Cases.Where(CaseAccess.Title(scope))
                .Where(c => ids.Contains(c.Id))
                .Select(c => new { c.Id, c.Number, c.Title })
                .ToDictionaryAsync(c => c.Id, cancellation);
            return found.ConvertAll(f => new BusyTime(
                f.Kind, f.PersonId, f.From, f.To, known.GetValueOrDefault(f.CaseId)?.Number,
                known.GetValueOrDefault(f.CaseId)?.Title ?? default,
                f.Status));
        }, cancellation);
        return [.. Absent(context, personIds, from, to).Concat(taken.OrderBy(b => b.Kind))
            .OrderBy(b => b.From)
            .ThenBy(b => b.PersonId, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Matters that touch a time and that the person may know of, what is planned too, with what clashes: also with what the filter or the
    /// person's rights leave out, of which it then shows only that somebody is busy. At most <see cref="MaxEntries"/>.
    /// </summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    public async Task<IReadOnlyList<CalendarEntry>> CalendarAsync(
        Actor actor, CalendarFilter filter, DateTime from, DateTime to, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var entries = await SettledAsync(db, scope, filter, from, to, cancellation);
            entries.AddRange(await PlannedAsync(db, scope, filter, from, to, cancellation));
            List<CalendarEntry> shown =
                [.. entries.OrderBy(e => e.From).ThenBy(e => e.Number, StringComparer.Ordinal).ThenBy(e => e.Id).Take(MaxEntries)];
            return shown.Count == 0 ? shown : await ClashingAsync(db, context, shown, cancellation);
        }, cancellation);
    }

    /// <summary>RP-17: <see cref="CalendarAsync"/> of a week, to be taken away; that it was is recorded first.</summary>
    public async Task<Result<IReadOnlyList<CalendarEntry>>> WeekAsync(
        Actor actor, CalendarFilter filter, DateOnly monday, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "Schedule.Exported", $"{monday:yyyy-MM-dd}", filter.GroupId, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        var (from, to) = (VietnamTime.StartOf(monday), VietnamTime.EndOf(monday.AddDays(6)));
        return (await CalendarAsync(actor, filter, from, to, cancellation)).ToList();
    }

    private static async Task<List<CalendarEntry>> SettledAsync(
        PortalDbContext db, AccessScope scope, CalendarFilter filter, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var found = await Narrowed(Touching(db.Cases.Where(CaseAccess.Title(scope)), from, to), filter)
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Number).Take(MaxEntries)
            .Select(c => new
            {
                c.Id,
                Kind = c.Engagement!.Value,
                c.Number,
                c.Title,
                c.GroupId,
                From = c.StartsAt!.Value,
                To = c.EndsAt!.Value,
                c.UpdatedAt,
                c.Version,
                c.IsCalledOff,
            })
            .ToListAsync(cancellation);
        var ids = found.ConvertAll(f => f.Id);
        var areas = (await db.Set<CaseArea>()
            .Where(a => ids.Contains(a.CaseId))
            .ToListAsync(cancellation)).ToLookup(a => a.CaseId, a => a.AreaId);
        var people = (await db.Set<CasePerson>()
            .Where(p => ids.Contains(p.CaseId) && p.Kind == CasePersonKind.Participant)
            .ToListAsync(cancellation))
            .ToLookup(p => p.CaseId, p => p.PersonId);
        return found.ConvertAll(f => new CalendarEntry(
            f.Kind, f.Id, f.Number, f.Title, f.From, f.To, f.GroupId, [.. areas[f.Id].Order(StringComparer.Ordinal)],
            [.. people[f.Id].Order(StringComparer.Ordinal)])
        {
            Id = f.Id,
            ChangedAt = f.UpdatedAt,
            Version = f.Version,
            IsCalledOff = f.IsCalledOff,
        });
    }

    private async Task<IEnumerable<CalendarEntry>> PlannedAsync(
        PortalDbContext db, AccessScope scope, CalendarFilter filter, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var readable = db.Cases.Where(CaseAccess.Content(scope));
        var found = new List<CalendarEntry>();
        foreach (var source in planned)
        {
            found.AddRange(await source.BetweenAsync(db, readable, VietnamTime.DayOf(from), VietnamTime.DayOf(to), cancellation));
        }

        return found.Where(e => e.From < to && e.To > from
            && (filter.WithCalledOff || !e.IsCalledOff)
            && (filter.PersonId.Length == 0 || e.PersonIds.Contains(filter.PersonId))
            && (filter.GroupId.Length == 0 || e.GroupId == filter.GroupId)
            && (filter.AreaId.Length == 0 || e.AreaIds.Contains(filter.AreaId)));
    }

    private static async Task<List<CalendarEntry>> ClashingAsync(
        PortalDbContext db, CaseContext context, List<CalendarEntry> entries, CancellationToken cancellation)
    {
        var people = entries.SelectMany(e => e.PersonIds).Distinct().ToList();
        var (from, to) = (entries.Min(e => e.From), entries.Max(e => e.To));
        var busy = (await TakenAsync(db, people, from, to, cancellation))
            .Concat(Absent(context, people, from, to).Select(a => new Taken(Guid.Empty, a.Kind, a.PersonId, a.From, a.To, "")))
            .ToLookup(t => t.PersonId);
        return entries.ConvertAll(e => e.IsCalledOff ? e : e with
        {
            Clashes = [.. e.PersonIds.Where(p => busy[p].Any(b => b.CaseId != e.CaseId && b.From < e.To && b.To > e.From))],
        });
    }

    private static Task<List<Taken>> TakenAsync(
        PortalDbContext db, IReadOnlyCollection<string> personIds, DateTime from, DateTime to, CancellationToken cancellation) =>
        Touching(db.Cases, from, to).Where(c => !c.IsCalledOff)
            .Join(
                db.Set<CasePerson>().Where(p => p.Kind == CasePersonKind.Participant && personIds.Contains(p.PersonId)),
                c => c.Id, p => p.CaseId,
                (c, p) => new Taken(c.Id, c.Engagement!.Value, p.PersonId, c.StartsAt!.Value, c.EndsAt!.Value, c.Status))
            .ToListAsync(cancellation);

    /// <summary>Matters of a kind that the person's groups have about now, to be tied to another (E-T11).</summary>
    public async Task<IReadOnlyList<Option>> OwnAboutNowAsync(Actor actor, EngagementKind kind, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var rows = await operations.ReadAsync(
            db => Touching(db.Cases.Where(CaseAccess.Content(scope)), context.Now - Back, context.Now + Ahead)
                .Where(c => c.Engagement == kind && !c.IsCalledOff && groups.Contains(c.GroupId)).OrderBy(c => c.StartsAt).Take(MaxOptions)
                .Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(cancellation),
            cancellation);
        return rows.ConvertAll(c => new Option(c.Id.ToString(), $"{c.Number} · {texts[c.Title]}"));
    }

    private static IQueryable<Case> Touching(IQueryable<Case> cases, DateTime from, DateTime to) =>
        cases.Where(c => c.StartsAt < to && c.EndsAt > from);

    private static IQueryable<Case> Narrowed(IQueryable<Case> cases, CalendarFilter filter)
    {
        if (!filter.WithCalledOff)
        {
            cases = cases.Where(c => !c.IsCalledOff);
        }

        if (filter.PersonId.Length > 0)
        {
            cases = cases.Where(c => c.People.Any(p => p.PersonId == filter.PersonId && p.Kind == CasePersonKind.Participant));
        }

        if (filter.GroupId.Length > 0)
        {
            cases = cases.Where(c => c.GroupId == filter.GroupId);
        }

        return filter.AreaId.Length > 0 ? cases.Where(c => c.Areas.Any(a => a.AreaId == filter.AreaId)) : cases;
    }

    private static IEnumerable<BusyTime> Absent(CaseContext context, IReadOnlyCollection<string> personIds, DateTime from, DateTime to)
    {
        var (first, last) = (VietnamTime.DayOf(from), VietnamTime.DayOf(to));
        return context.Directory.Data.Absences
            .Where(a => personIds.Contains(a.PersonId) && a.ValidFrom <= last && (a.ValidTo ?? DateOnly.MaxValue) >= first)
            .Select(a => new BusyTime(
                EngagementKind.Absence, a.PersonId, VietnamTime.StartOf(a.ValidFrom),
                VietnamTime.ToUtc((a.ValidTo ?? last).ToDateTime(TimeOnly.MaxValue)), null, default, ""));
    }

    /// <summary>Something that takes a person's time, whoever may know of it.</summary>
    private sealed record Taken(Guid CaseId, EngagementKind Kind, string PersonId, DateTime From, DateTime To, string Status);
}
