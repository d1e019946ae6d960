using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>Group meetings on the pages of cases, with a line for each piece of work that was given out.</summary>
public sealed class GroupMeetingScreens(GroupAgenda agenda) : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [GroupMeeting.ProcessKey];

    /// <summary>The agenda of what is open; and in the minutes, each open item to say what was made of it.</summary>
    public override async Task<JsonObject> KnownAsync(
        string formKey, JsonObject known, Actor actor, CaseView? view, CaseContext context)
    {
        if (formKey == GroupMeetingForms.Call.Key && view is null && (string?)known["groupId"] is { Length: > 0 } group)
        {
            return Joined(known, new GroupMeetingInput { Agenda = await agenda.PointsAsync(actor, group, context) });
        }

        if (formKey == GroupMeetingForms.Minutes.Key && view?.Subject is GroupMeeting meeting)
        {
            var items = await agenda.ItemsAsync(actor, meeting.GroupId, context);
            return Joined(known, new GroupMinutesInput
            {
                Recommendations = items.Count == 0 ? null : [.. items.Select((item, i) => new HandledRecommendation
                {
                    Item = i + 1,
                    ItemId = item.Id,
                    What = item.InShort(GroupMeetingForms.MaxWhat),
                })],
            });
        }

        return known;
    }

    public override IReadOnlyDictionary<string, string> Items(ICaseSubject subject, CaseContext context) =>
        ((GroupMeeting)subject).Tasks.ToDictionary(
            t => t.Number.ToString(CultureInfo.InvariantCulture), t => context.Directory.NameOf(t.AssigneeId));

    /// <summary>What is to be done, and until when.</summary>
    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) =>
        view.Subject is GroupMeeting meeting && int.TryParse(task.Task.Item, CultureInfo.InvariantCulture, out var number)
            && meeting.Task(number) is { } given && (MayRead(given, meeting, context) || view.ReadsRestricted)
                ? [ScreenPart.Of<GroupTaskWords>((nameof(GroupTaskWords.Given), given))]
                : [];

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => view.HasContent && MinutesOf(view) is not null
        ? [ScreenPart.Of<MinutesPaper>((nameof(MinutesPaper.Number), view.Case.Number))]
        : [];

    /// <summary>The minutes as far as the person reads them; null where there are none, or they lie outside of the system.</summary>
    public static GroupMinutesInput? MinutesOf(CaseView view)
    {
        var sent = view.Submissions.LastOrDefault(s => s.FormKey == GroupMeetingForms.Minutes.Key);
        if (sent is not { IsStub: false } || sent.Form.Deserialize<GroupMinutesInput>(FormInput.Json) is not { } minutes)
        {
            return null;
        }

        var apart = view.Submissions.LastOrDefault(s => s.FormKey == GroupMeetingForms.Apart.Key)?.Form
            .Deserialize<GroupMinutesApart>(FormInput.Json)?.Shortcomings;
        return minutes with { Shortcomings = [.. minutes.Shortcomings ?? [], .. apart ?? []] };
    }

    // Of Restricted minutes, who has the work reads it, and who reads the minutes.
    private static bool MayRead(GroupTask given, GroupMeeting meeting, CaseContext context) =>
        meeting.Minutes?.ConcernsPersonnel != true || context.IsFor(given.AssigneeId);

    private static JsonObject Joined<T>(JsonObject known, T more)
    {
        var all = (JsonObject)known.DeepClone();
        foreach (var (name, value) in FormInput.ToJson(more).Where(f => f.Value is not null))
        {
            all[name] = value!.DeepClone();
        }

        return all;
    }
}
