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

/// <summary>Who is where, when: for clashes (R-CAL-01) and the calendar. Titles only where the asking person may see the case.</summary>
public sealed class Schedule(PortalOperations operations)
{
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
            var trips = await db.FieldTrips.Where(t => t.DepartsAt < to && t.ReturnsAt > from && !NoTrip.Contains(t.Status) && t.CaseId != except)
                .Join(db.Set<CasePerson>().Where(p => p.Kind == CasePersonKind.Participant && personIds.Contains(p.PersonId)), t => t.CaseId, p => p.CaseId,
                    (t, p) => new { t.CaseId, p.PersonId, From = t.DepartsAt, To = t.ReturnsAt, t.Status }).ToListAsync(cancellation);
            var meetings = await db.Meetings.Where(m => m.StartsAt < to && m.EndsAt > from && !NoMeeting.Contains(m.Status) && m.CaseId != except)
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

    /// <summary>Meetings of a group around a day, to be tied to a trip (E-T11).</summary>
    public async Task<IReadOnlyList<Option>> MeetingsForTripsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var (from, to) = (context.Now.AddDays(-7), context.Now.AddDays(45));
        return await operations.ReadAsync(async db => (IReadOnlyList<Option>)
            [.. (await db.Meetings.Where(m => groups.Contains(m.GroupId) && m.StartsAt > from && m.StartsAt < to && !NoMeeting.Contains(m.Status)).OrderBy(m => m.StartsAt)
                .Join(db.Cases.Where(CaseAccess.Content(scope)), m => m.CaseId, c => c.Id, (m, c) => new { c.Id, c.Number, c.Title }).Take(50).ToListAsync(cancellation))
                .Select(c => new Option(c.Id.ToString(), $"{c.Number} · {c.Title}"))], cancellation);
    }
}
