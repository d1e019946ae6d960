using Portal.Domain.Cases;

namespace Portal.Domain.Meetings;

/// <summary>What closing a meeting leaves behind on its areas (step 10).</summary>
public sealed record MeetingRecords(IReadOnlyList<ReportItem> Items, IReadOnlyList<ContactLog> Contacts, IReadOnlyList<AreaIssue> Issues)
{
    /// <summary>Room for the items of one attendee in the numbers of a case.</summary>
    private const int PerLine = 1000;

    internal static MeetingRecords From(MeetingAttendance meeting, CaseContext context)
    {
        var noted = meeting.Lines.Where(l => l.Notes is not null).ToList();
        var items = noted.SelectMany(l => (l.Notes!.Items ?? []).Select((item, i) =>
            ReportItem.From(item, meeting.CaseId, (l.Number * PerLine) + i + 1, meeting.GroupId, l.PersonId, restricted: false, l.Directions.FirstOrDefault(d => d.Item == i + 1), context)));
        var issues = noted.SelectMany(l => (l.Notes!.Issues ?? []).Select((issue, i) => AreaIssue.From(issue, meeting.CaseId, (l.Number * PerLine) + i + 1, meeting.GroupId, l.PersonId, context)));
        var contacts = noted.Count == 0 ? [] : meeting.AreaIds.Select((area, i) => new ContactLog
        {
            SourceCaseId = meeting.CaseId,
            SourceIndex = i + 1,
            AreaId = area,
            GroupId = meeting.GroupId,
            ContactPerson = meeting.Invitation.Host ?? "",
            At = meeting.StartsAt,
            Channel = meeting.Invitation.Online == true ? "Online" : nameof(ContactChannel.InPerson),
            Subject = meeting.Invitation.Title ?? "",
            Summary = "",
        });
        return new MeetingRecords([.. items], [.. contacts], [.. issues]);
    }
}
