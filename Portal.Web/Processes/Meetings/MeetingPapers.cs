using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2, step 4: the letter that answers the host, as a draft to be numbered and signed. Always in Vietnamese.</summary>
public sealed class MeetingPapers(TextCatalogue texts)
{
    private static readonly AttendanceStatus[] NobodyGoes =
        [AttendanceStatus.NotAttending, AttendanceStatus.Refused, AttendanceStatus.Withdrawn];

    private static readonly AttendanceStatus[] Undecided =
    [
        AttendanceStatus.Registered, AttendanceStatus.Nominating, AttendanceStatus.AwaitingConsent, AttendanceStatus.Returned,
        AttendanceStatus.OutOfScope, AttendanceStatus.Merged, AttendanceStatus.Cancelled,
    ];

    /// <summary>It is decided who goes, or that nobody does: there is something to answer.</summary>
    public static bool HasReply(MeetingAttendance meeting) => !Undecided.Contains(meeting.Status);

    public byte[] Reply(MeetingAttendance meeting, CaseContext context)
    {
        var invitation = meeting.Invitation;
        var host = invitation.Host ?? "";
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("CV/BTCTU", texts, context) with { Summary = Words("reply.about") });
        document.Addressee(Words("reply.to", host));
        var title = string.IsNullOrWhiteSpace(invitation.Title) ? Words("reply.untitled") : invitation.Title;
        var opening = string.IsNullOrWhiteSpace(invitation.DocumentNumber)
            ? Words("reply.to-meeting", title)
            : Words("reply.to-invitation", invitation.DocumentNumber, title);
        var (starts, people) = (VietnamTime.ToLocal(meeting.StartsAt), meeting.Attendees);
        if (NobodyGoes.Contains(meeting.Status) || people.Count == 0)
        {
            document.Text(Words("reply.nobody", opening, PartyProfile.Day(DateOnly.FromDateTime(starts)), host));
        }
        else
        {
            document.Text(Words("reply.goes", opening, starts, PartyProfile.Day(DateOnly.FromDateTime(starts))));
            foreach (var (person, i) in people.Select((p, i) => (p, i)))
            {
                document.Text(Words(
                    "reply.person", i + 1, context.Directory.NameOf(person), context.Directory.Person(person)?.Position,
                    i == people.Count - 1 ? "." : ";"));
            }

            document.Text(Words("reply.goes-end", host));
        }

        document.Sign(
            [Words("copy.above"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    private string Words(string key, params object?[] args) => texts.Document($"meeting.{key}", args);
}
