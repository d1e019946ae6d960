using Portal.Domain.Cases;
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
            noted.Count == 0 ? [] : [.. meeting.AreaIds.Select((area, i) => ContactWith(meeting, area, i + 1))],
            [.. noted.SelectMany(l => IssuesOf(meeting, l, context))]);
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

    private static IEnumerable<AreaIssue> IssuesOf(MeetingAttendance meeting, AttendanceLine line, CaseContext context) =>
        (line.Notes!.Issues ?? []).Select((issue, i) => AreaIssue.From(
            issue, meeting.CaseId, (line.Number * PerLine) + i + 1, meeting.GroupId, line.PersonId, context));

    private static ContactLog ContactWith(MeetingAttendance meeting, string areaId, int index) => new()
    {
        SourceCaseId = meeting.CaseId,
        SourceIndex = index,
        AreaId = areaId,
        GroupId = meeting.GroupId,
        ContactPerson = meeting.Invitation.Host ?? "",
        At = meeting.StartsAt,
        Channel = meeting.Invitation.Online == true ? "Online" : nameof(ContactChannel.InPerson),
        Subject = meeting.Invitation.Title ?? "",
        Summary = "",
    };
}
