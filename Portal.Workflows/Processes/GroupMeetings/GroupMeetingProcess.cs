using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Domain.ReportItems;
using Portal.Workflows.Processes.GroupMeetings.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.GroupMeetings;

/// <summary>Họp nhóm (Đ7.B.1, Đ7.B.2): ties the steps of <c>group-meeting.json</c> to <see cref="GroupMeeting"/>.</summary>
public sealed class GroupMeetingProcess() : Process<GroupMeeting>(
    GroupMeeting.ProcessKey, "HN", GroupMeetingForms.All,
    [
        new CallGroupMeeting(), new MoveGroupMeeting(), new CancelGroupMeeting(), new RecordMinutes(), new FinishGroupTask(),
        new ReassignGroupTask(), new DropGroupTask(),
    ])
{
    /// <summary>Who was given the work of a loop's item.</summary>
    internal const string Assignee = "groupTaskAssignee";

    public override Conduct Conduct { get; } = new GroupMeetingConduct();

    public override IReadOnlyList<Opening> Openings { get; } = [new OpenedByHand(WhyNotLead, Place)];

    private static Refusal? WhyNotLead(CaseContext context) =>
        context.WhyNotSomebody() ?? (GroupsLed(context).Any() ? null : GroupMeetingRefusals.OnlyLead);

    private static IEnumerable<string> GroupsLed(CaseContext context) => context.Directory.GroupsOf(context.PrincipalId, context.Today)
        .Where(g => context.Directory.LeadOf(g, context.Today) == context.PrincipalId)
        .Order(StringComparer.Ordinal);

    private static Result<CasePlace> Place(JsonObject form, CaseContext context) => new CasePlace(form["groupId"]?.ToString() ?? "", []);

    /// <summary>The own group with all its members; who was invited was there; work as it was given out.</summary>
    public override JsonObject Known(FormOpening opening)
    {
        var context = opening.Context;
        if (opening.FormKey == GroupMeetingForms.Call.Key)
        {
            return GroupsLed(context).FirstOrDefault() is not { } group ? [] : FormInput.ToJson(new GroupMeetingInput
            {
                GroupId = group,
                InvitedIds = [.. context.Directory.MembersOf(group, context.Today)],
            });
        }

        if (opening.Subject is not GroupMeeting meeting)
        {
            return [];
        }

        if (opening.FormKey == GroupMeetingForms.Move.Key)
        {
            return FormInput.ToJson(new GroupMeetingMoveInput { StartsAt = meeting.Call.StartsAt, EndsAt = meeting.Call.EndsAt });
        }

        if (opening.FormKey == GroupMeetingForms.Minutes.Key)
        {
            return FormInput.ToJson(new GroupMinutesInput { AttendedIds = meeting.Call.InvitedIds });
        }

        return opening.FormKey == GroupMeetingForms.TaskChange.Key && meeting.Task(NumberOf(opening.Item)) is { } task
            ? FormInput.ToJson(new GroupTaskChangeInput { AssigneeId = task.AssigneeId, Due = task.Due })
            : [];
    }

    /// <summary>The items that the minutes name.</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        if (answer.FormKey != GroupMeetingForms.Minutes.Key)
        {
            return Nothing;
        }

        List<Guid> ids = [.. (answer.Form["recommendations"] as JsonArray ?? []).Select(ItemOf).OfType<Guid>()];
        return ids.Count == 0 ? Nothing : Found(await store.WhereAsync<ReportItem>(i => ids.Contains(i.Id), cancellation));
    }

    private static Guid? ItemOf(JsonNode? row) =>
        row is JsonObject fields && Guid.TryParse(fields["itemId"]?.ToString(), out var id) ? id : null;

    /// <summary>After every answer the case is of the people that the meeting now has.</summary>
    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var applied = base.Apply(answer, turn);
        if (applied.IsSuccess && SubjectOf(turn) is { Status: not GroupMeetingStatus.Cancelled } meeting)
        {
            turn.Case.SetParticipants(meeting.People);
        }

        return applied;
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(turn) is not { } meeting)
        {
            return facts;
        }

        var calendar = turn.Context.Calendar;
        facts["Status"] = meeting.Status.ToString();
        facts["StartsAt"] = Iso(meeting.StartsAt);
        facts["MinutesBy"] = Iso(calendar.DueInWorkingDays(meeting.EndsAt, turn.Context.Settings.Int("Grp.MinutesDays")));
        facts["PendingTasks"] = new JsonArray([.. meeting.Tasks
            .Where(t => t.State == GroupTaskState.Open)
            .Select(t => (JsonNode)JsonValue.Create(t.Number.ToString(CultureInfo.InvariantCulture))!)]);
        if (meeting.Task(NumberOf(turn.Item)) is { } task)
        {
            facts["TaskDue"] = Iso(calendar.EndOfWork(task.Due));
        }

        return facts;
    }

    public override Result Act(string act, Turn turn, IWorkStore store) =>
        act == "close" && SubjectOf(turn) is { } meeting ? meeting.Close() : CommonRefusals.UnknownAct(act);

    public override IEnumerable<string>? Resolve(string who, Turn turn) => who switch
    {
        Assignee => SubjectOf(turn)?.Task(NumberOf(turn.Item)) is { } task ? [task.AssigneeId] : [],
        "invited" => SubjectOf(turn)?.People ?? [],
        _ => null,
    };

    public override CaseDescription Describe(Turn turn)
    {
        var meeting = (GroupMeeting)turn.File.Subject!;
        var at = VietnamTime.ToLocal(meeting.StartsAt).ToString("HH:mm dd/MM", CultureInfo.InvariantCulture);
        var group = turn.Context.Directory.Group(meeting.GroupId)?.Name ?? meeting.GroupId;
        return new CaseDescription(
            LocalText.Of("title.group-meeting", $"{group}, {at}"), meeting.Status.ToString(), meeting.CaseState)
        {
            // Who was there reads what was said, also about people.
            Named = [.. meeting.People],
            TakesPlace = new Engagement(EngagementKind.Meeting, meeting.StartsAt, meeting.EndsAt)
            {
                BeganAt = meeting.Minutes is null ? null : meeting.StartsAt,
                IsCalledOff = meeting.Status == GroupMeetingStatus.Cancelled,
            },
        };
    }

    internal static int NumberOf(string? item) => int.TryParse(item, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
