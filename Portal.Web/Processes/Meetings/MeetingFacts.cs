using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings of an area that the group attended, and what was concluded there.</summary>
public sealed class MeetingFacts : IAreaFacts
{
    /// <summary>Meetings of one area that are looked at.</summary>
    private const int MostMeetings = 200;

    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var ofArea = db.Set<CaseArea>().Where(a => areaIds.Contains(a.AreaId)).Select(a => a.CaseId);
        var meetings = await db.Set<MeetingAttendance>().Where(m => m.StartsAt >= from && m.StartsAt < to)
            .Join(
                readable.Where(c => c.BeganAt != null && ofArea.Contains(c.Id)), m => m.CaseId, c => c.Id,
                (m, c) => new { Meeting = m, c.Number })
            .OrderBy(m => m.Meeting.StartsAt)
            .Take(MostMeetings)
            .ToListAsync(cancellation);
        return [.. meetings.SelectMany(m => Of(m.Meeting, m.Number))];
    }

    // What those who attended concluded, once; nothing of what judges people.
    private static IEnumerable<AreaFact> Of(MeetingAttendance meeting, string number)
    {
        var domain = meeting.Invitation.Domains?.FirstOrDefault();
        var conclusions = meeting.Lines.Select(l => l.Notes).OfType<AttendanceNotesInput>().Where(n => !n.IsStub())
            .Select(n => n.Conclusions ?? "").Where(c => c.Length > 0).Distinct();
        return
        [
            new AreaFact(AreaFactKind.Meeting, number, meeting.StartsAt),
            .. conclusions.Select(c => new AreaFact(AreaFactKind.Situation, number, meeting.StartsAt, c, domain)),
        ];
    }
}
