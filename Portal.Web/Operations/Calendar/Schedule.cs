using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Operations.Calendar;

/// <summary>
/// Who is where, when: for clashes (R-CAL-01) and the calendar, from what each case says of when it takes place. Titles only where the
/// asking person may see the case.
/// </summary>
public sealed class Schedule(PortalOperations operations, Localizer texts)
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
            var found = await TakingPlace(db.Cases, from, to).Where(c => c.Id != except)
                .Join(
                    db.Set<CasePerson>().Where(p => p.Kind == CasePersonKind.Participant && personIds.Contains(p.PersonId)),
                    c => c.Id, p => p.CaseId,
                    (c, p) => new
                    {
                        c.Id,
                        Kind = c.Engagement!.Value,
                        p.PersonId,
                        From = c.StartsAt!.Value,
                        To = c.EndsAt!.Value,
                        c.Status,
                    })
                .ToListAsync(cancellation);
            var ids = found.Select(f => f.Id).Distinct().ToList();
            var known = await db.Cases.Where(CaseAccess.Title(scope))
                .Where(c => ids.Contains(c.Id))
                .Select(c => new { c.Id, c.Number, c.Title })
                .ToDictionaryAsync(c => c.Id, cancellation);
            return found.ConvertAll(f => new BusyTime(
                f.Kind, f.PersonId, f.From, f.To, known.GetValueOrDefault(f.Id)?.Number, known.GetValueOrDefault(f.Id)?.Title ?? default,
                f.Status));
        }, cancellation);
        return [.. Absent(context, personIds, from, to).Concat(taken.OrderBy(b => b.Kind))
            .OrderBy(b => b.From)
            .ThenBy(b => b.PersonId, StringComparer.Ordinal)];
    }

    /// <summary>Matters that touch a time and that the person may know of, with what clashes. At most <see cref="MaxEntries"/>.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    public async Task<IReadOnlyList<CalendarEntry>> CalendarAsync(
        Actor actor, CalendarFilter filter, DateTime from, DateTime to, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var found = await Narrowed(TakingPlace(db.Cases.Where(CaseAccess.Title(scope)), from, to), filter)
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
                    c.Status,
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
            var entries = found.ConvertAll(f => new CalendarEntry(
                f.Kind, f.Id, f.Number, f.Title, f.From, f.To, f.Status, f.GroupId, [.. areas[f.Id]], [.. people[f.Id]], []));
            return (IReadOnlyList<CalendarEntry>)entries.ConvertAll(e => e with { Clashes = Clashes(e, entries) });
        }, cancellation);
    }

    /// <summary>Matters of a kind that the person's groups have about now, to be tied to another (E-T11).</summary>
    public async Task<IReadOnlyList<Option>> OwnAboutNowAsync(Actor actor, EngagementKind kind, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var rows = await operations.ReadAsync(
            db => TakingPlace(db.Cases.Where(CaseAccess.Content(scope)), context.Now - Back, context.Now + Ahead)
                .Where(c => c.Engagement == kind && groups.Contains(c.GroupId)).OrderBy(c => c.StartsAt).Take(MaxOptions)
                .Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(cancellation),
            cancellation);
        return rows.ConvertAll(c => new Option(c.Id.ToString(), $"{c.Number} · {texts[c.Title]}"));
    }

    private static IQueryable<Case> TakingPlace(IQueryable<Case> cases, DateTime from, DateTime to) =>
        cases.Where(c => c.StartsAt < to && c.EndsAt > from);

    private static IQueryable<Case> Narrowed(IQueryable<Case> cases, CalendarFilter filter)
    {
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

    private static IReadOnlyList<string> Clashes(CalendarEntry entry, List<CalendarEntry> all) =>
        [.. entry.PersonIds.Where(p => all.Exists(o => o.CaseId != entry.CaseId
            && o.From < entry.To
            && o.To > entry.From
            && o.PersonIds.Contains(p)))];

    private static IEnumerable<BusyTime> Absent(CaseContext context, IReadOnlyCollection<string> personIds, DateTime from, DateTime to)
    {
        var (first, last) = (VietnamTime.DayOf(from), VietnamTime.DayOf(to));
        return context.Directory.Data.Absences
            .Where(a => personIds.Contains(a.PersonId) && a.ValidFrom <= last && (a.ValidTo ?? DateOnly.MaxValue) >= first)
            .Select(a => new BusyTime(
                EngagementKind.Absence, a.PersonId, VietnamTime.ToUtc(a.ValidFrom.ToDateTime(TimeOnly.MinValue)),
                VietnamTime.ToUtc((a.ValidTo ?? last).ToDateTime(TimeOnly.MaxValue)), null, default, ""));
    }
}
