using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.ReportItems;

namespace Portal.Domain.Meetings;

/// <summary>What closing a meeting leaves behind on its areas (step 10).</summary>
internal static class MeetingRecords
{
    /// <summary>Room for the items of one attendee in the numbers of a case.</summary>
    private const int PerLine = 1000;

    internal static AreaRecords From(MeetingAttendance meeting, CaseContext context)
    {
        var noted = meeting.Lines.Where(l => l.Notes is not null).ToList();
        return new AreaRecords(
            [.. noted.SelectMany(l => ItemsOf(meeting, l, context))],
            noted.Count == 0
                ? []
                : [.. meeting.AreaIds.Select((area, i) => ContactWith(meeting, noted[0].PersonId, area, i + 1, context))]);
    }

    private static IEnumerable<ReportItem> ItemsOf(MeetingAttendance meeting, AttendanceLine line, CaseContext context) =>
        (line.Notes!.Items ?? []).Select((item, i) => ReportItem.From(
            item,
            meeting.CaseId,
            (line.Number * PerLine) + i + 1,
            meeting.GroupId,
            line.PersonId,
            restricted: false,
            line.Directions.FirstOrDefault(d => d.Item == i + 1),
            context));

    /// <summary>Internal matters (Đ5.3) in what each attendee noted.</summary>
    internal static IEnumerable<RaisedIssue> IssuesOf(MeetingAttendance meeting) =>
        meeting.Lines.SelectMany(l => (l.Notes?.Issues ?? []).Select((issue, i) => new RaisedIssue(
            (l.Number * PerLine) + i + 1, issue, l.PersonId, VietnamTime.DayOf(meeting.StartsAt))));

    private static ContactLog ContactWith(MeetingAttendance meeting, string attendee, string areaId, int index, CaseContext context) =>
        ContactLog.Of(
            new NewContactInput
            {
                AreaId = areaId,
                ContactPerson = meeting.Invitation.Host,
                At = VietnamTime.ToLocal(meeting.StartsAt),
                Domain = meeting.Invitation.Domains is [var only] ? only : null,
                Subject = meeting.Invitation.Title,
            },
            meeting.Invitation.Online == true ? ContactLog.Online : nameof(ContactChannel.InPerson),
            new FollowedOrigin(meeting.CaseId, index, meeting.GroupId, attendee),
            context);
}
