using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>The minutes of a group meeting in the Party's layout (Đ7.B.2).</summary>
public sealed class MinutesFile(TextCatalogue texts)
{
    /// <param name="minutes">As far as the reader reads them.</param>
    public byte[] Make(GroupMeeting meeting, GroupMinutesInput minutes, CaseContext context)
    {
        var directory = context.Directory;
        var starts = VietnamTime.ToLocal(meeting.StartsAt);
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BB/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", directory.Group(meeting.GroupId)?.Name ?? meeting.GroupId));
        document.Text(Words("when", starts, VietnamTime.ToLocal(meeting.EndsAt), meeting.Call.Place));
        document.Text(Words("attended", string.Join(", ", meeting.People.Select(directory.NameOf))));
        document.Text(Words("chaired", directory.NameOf(meeting.RecordedById)));
        var parts = Parts(meeting, minutes, context).Where(p => p.Lines.Count > 0).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            document.Heading(PartyProfile.Numbered(i, Words($"heading.{parts[i].Name}")));
            parts[i].Lines.ForEach(line => document.Text(line));
        }

        if (meeting.Tasks.Count > 0 && minutes.Tasks is { Length: > 0 })
        {
            document.Heading(PartyProfile.Numbered(parts.Count, Words("heading.tasks")));
            document.Table(
                [(Words("task.number"), 6), (Words("task.content"), 54), (Words("task.person"), 24), (Words("task.due"), 16)],
                meeting.Tasks.Select(t => (IReadOnlyList<string>)
                    [$"{t.Number}", t.Content, directory.NameOf(t.AssigneeId), PartyProfile.Day(t.Due)]));
        }

        document.SignBoth((Words("recorder"), ""), (Words("chair"), directory.NameOf(meeting.RecordedById)));
        return document.Save();
    }

    private IEnumerable<(string Name, List<string> Lines)> Parts(GroupMeeting meeting, GroupMinutesInput minutes, CaseContext context)
    {
        var areas = context.Directory;
        yield return ("agenda", [.. (meeting.Call.Agenda ?? []).Select((a, i) => $"{i + 1}. {a.Topic}")]);
        yield return ("recommendations",
            [.. (minutes.Recommendations ?? []).Select(r => Words($"handled.{r.Outcome}", r.What?.TrimEnd('.'), r.Words?.TrimEnd('.')))]);
        yield return ("shortcomings",
            [.. (minutes.Shortcomings ?? []).Select(s => Words(
                s.IsTold() ? "shortcoming-told" : "shortcoming", areas.AreaName(s.AreaId ?? ""), s.Content?.TrimEnd('.'),
                s.Correction?.TrimEnd('.')))]);
        yield return ("conclusions", [.. (minutes.Conclusions ?? "").Split('\n').Where(l => l.Trim().Length > 0)]);
    }

    private string Words(string key, params object?[] args) => texts.Document($"group-meeting.{key}", args);
}
