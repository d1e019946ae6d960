using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations;

public enum EngagementKind
{
    Trip,
    Meeting,
    Absence,
}

/// <summary>Something that takes a person's time.</summary>
/// <param name="CaseNumber">Null for an absence, and where the person who asks may not know of the case.</param>
/// <param name="Title">Empty where it may not be known: then only that the person is busy.</param>
public sealed record Engagement(EngagementKind Kind, string PersonId, DateTime From, DateTime To, string? CaseNumber, string Title, string Status);

/// <summary>What the calendar is narrowed to; empty texts narrow nothing.</summary>
public sealed record CalendarFilter(string PersonId = "", string GroupId = "", string AreaId = "");

/// <summary>One trip or meeting of the calendar.</summary>
/// <param name="Clashes">People on it who have something else at the same time.</param>
public sealed record CalendarEntry(
    EngagementKind Kind, Guid CaseId, string Number, string Title, DateTime From, DateTime To, string Status, string GroupId, IReadOnlyList<string> AreaIds, IReadOnlyList<string> PersonIds, IReadOnlyList<string> Clashes);

/// <summary>Who is where, when: for clashes (R-CAL-01) and the calendar. Titles only where the asking person may see the case.</summary>
public sealed class Schedule(PortalOperations operations)
{
    public const int MostEntries = 500;

    private static readonly FieldTripStatus[] NoTrip = [FieldTripStatus.Declined, FieldTripStatus.Cancelled, FieldTripStatus.Withdrawn, FieldTripStatus.NotTaken, FieldTripStatus.Draft];

    private static readonly AttendanceStatus[] NoMeeting =
        [AttendanceStatus.OutOfScope, AttendanceStatus.NotAttending, AttendanceStatus.Refused, AttendanceStatus.Cancelled, AttendanceStatus.Withdrawn, AttendanceStatus.Absent];

    /// <summary>Trips, meetings and absences of these people that touch a time.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    /// <param name="except">A case that does not count: the one that is being planned.</param>
    public async Task<IReadOnlyList<Engagement>> OfAsync(Actor actor, IReadOnlyCollection<string> personIds, DateTime from, DateTime to, Guid? except = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (first, last) = (VietnamTime.DayOf(from), VietnamTime.DayOf(to));
        var away = context.Directory.Data.Absences.Where(a => personIds.Contains(a.PersonId) && a.ValidFrom <= last && (a.ValidTo ?? DateOnly.MaxValue) >= first)
            .Select(a => new Engagement(EngagementKind.Absence, a.PersonId, VietnamTime.ToUtc(a.ValidFrom.ToDateTime(TimeOnly.MinValue)), VietnamTime.ToUtc((a.ValidTo ?? last).ToDateTime(TimeOnly.MaxValue)), null, "", ""));
        return await operations.ReadAsync(async db =>
        {
            var trips = await db.Set<FieldTrip>().Where(t => t.DepartsAt < to && t.ReturnsAt > from && !NoTrip.Contains(t.Status) && t.CaseId != except)
                .Join(db.Set<CasePerson>().Where(p => p.Kind == CasePersonKind.Participant && personIds.Contains(p.PersonId)), t => t.CaseId, p => p.CaseId,
                    (t, p) => new { t.CaseId, p.PersonId, From = t.DepartsAt, To = t.ReturnsAt, t.Status }).ToListAsync(cancellation);
            var meetings = await db.Set<MeetingAttendance>().Where(m => m.StartsAt < to && m.EndsAt > from && !NoMeeting.Contains(m.Status) && m.CaseId != except)
                .Join(db.Set<CasePerson>().Where(p => p.Kind == CasePersonKind.Participant && personIds.Contains(p.PersonId)), m => m.CaseId, p => p.CaseId,
                    (m, p) => new { m.CaseId, p.PersonId, From = m.StartsAt, To = m.EndsAt, m.Status }).ToListAsync(cancellation);
            var ids = trips.Select(t => t.CaseId).Concat(meetings.Select(m => m.CaseId)).Distinct().ToList();
            var known = await db.Cases.Where(CaseAccess.Title(scope)).Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Title }).ToDictionaryAsync(c => c.Id, cancellation);
            Engagement Of(EngagementKind kind, Guid id, string person, DateTime start, DateTime end, string status)
            {
                var seen = known.GetValueOrDefault(id);
                return new Engagement(kind, person, start, end, seen?.Number, seen?.Title ?? "", status);
            }

            return (IReadOnlyList<Engagement>)
            [
                .. away.Concat(trips.Select(t => Of(EngagementKind.Trip, t.CaseId, t.PersonId, t.From, t.To, t.Status.ToString())))
                    .Concat(meetings.Select(m => Of(EngagementKind.Meeting, m.CaseId, m.PersonId, m.From, m.To, m.Status.ToString())))
                    .OrderBy(e => e.From).ThenBy(e => e.PersonId, StringComparer.Ordinal),
            ];
        }, cancellation);
    }

    /// <summary>Trips and meetings that touch a time and that the person may know of, with what clashes. At most <see cref="MostEntries"/>.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    public async Task<IReadOnlyList<CalendarEntry>> CalendarAsync(Actor actor, CalendarFilter filter, DateTime from, DateTime to, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var cases = db.Cases.Where(CaseAccess.Title(scope));
            if (filter.PersonId.Length > 0)
            {
                cases = cases.Where(c => c.People.Any(p => p.PersonId == filter.PersonId && p.Kind == CasePersonKind.Participant));
            }

            if (filter.GroupId.Length > 0)
            {
                cases = cases.Where(c => c.GroupId == filter.GroupId);
            }

            if (filter.AreaId.Length > 0)
            {
                cases = cases.Where(c => c.Areas.Any(a => a.AreaId == filter.AreaId));
            }

            var trips = await db.Set<FieldTrip>().Where(t => t.DepartsAt < to && t.ReturnsAt > from && !NoTrip.Contains(t.Status)).OrderBy(t => t.DepartsAt)
                .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new { c.Id, c.Number, c.Title, c.GroupId, From = t.DepartsAt, To = t.ReturnsAt, t.Status }).Take(MostEntries).ToListAsync(cancellation);
            var meetings = await db.Set<MeetingAttendance>().Where(m => m.StartsAt < to && m.EndsAt > from && !NoMeeting.Contains(m.Status)).OrderBy(m => m.StartsAt)
                .Join(cases, m => m.CaseId, c => c.Id, (m, c) => new { c.Id, c.Number, c.Title, c.GroupId, From = m.StartsAt, To = m.EndsAt, m.Status }).Take(MostEntries).ToListAsync(cancellation);
            var ids = trips.Select(t => t.Id).Concat(meetings.Select(m => m.Id)).ToList();
            var areas = (await db.Set<CaseArea>().Where(a => ids.Contains(a.CaseId)).ToListAsync(cancellation)).ToLookup(a => a.CaseId, a => a.AreaId);
            var people = (await db.Set<CasePerson>().Where(p => ids.Contains(p.CaseId) && p.Kind == CasePersonKind.Participant).ToListAsync(cancellation)).ToLookup(p => p.CaseId, p => p.PersonId);
            var entries = trips.Select(t => new CalendarEntry(EngagementKind.Trip, t.Id, t.Number, t.Title, t.From, t.To, t.Status.ToString(), t.GroupId, [.. areas[t.Id]], [.. people[t.Id]], []))
                .Concat(meetings.Select(m => new CalendarEntry(EngagementKind.Meeting, m.Id, m.Number, m.Title, m.From, m.To, m.Status.ToString(), m.GroupId, [.. areas[m.Id]], [.. people[m.Id]], [])))
                .OrderBy(e => e.From).ThenBy(e => e.Number, StringComparer.Ordinal).Take(MostEntries).ToList();
            return (IReadOnlyList<CalendarEntry>)[.. entries.Select(e => e with
            {
                Clashes = [.. e.PersonIds.Where(p => entries.Exists(o => o.CaseId != e.CaseId && o.From < e.To && o.To > e.From && o.PersonIds.Contains(p)))],
            })];
        }, cancellation);
    }

    /// <summary>Meetings of a group around a day, to be tied to a trip (E-T11).</summary>
    public async Task<IReadOnlyList<Option>> MeetingsForTripsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var (from, to) = (context.Now.AddDays(-7), context.Now.AddDays(45));
        return await operations.ReadAsync(async db => (IReadOnlyList<Option>)
            [.. (await db.Set<MeetingAttendance>().Where(m => groups.Contains(m.GroupId) && m.StartsAt > from && m.StartsAt < to && !NoMeeting.Contains(m.Status)).OrderBy(m => m.StartsAt)
                .Join(db.Cases.Where(CaseAccess.Content(scope)), m => m.CaseId, c => c.Id, (m, c) => new { c.Id, c.Number, c.Title }).Take(50).ToListAsync(cancellation))
                .Select(c => new Option(c.Id.ToString(), $"{c.Number} · {c.Title}"))], cancellation);
    }
}
