using System.Text.Json.Nodes;
using Portal.Domain.GroupMeetings;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.GroupMeetings;

/// <summary>What <see cref="GroupMeeting"/> does, in short; of what it gives out, two are followed.</summary>
internal sealed class GroupMeetingConduct : SubjectConduct<GroupMeetingConduct.Standing>
{
    /// <param name="One">The first work that was given out; null where none was.</param>
    internal sealed record Standing(GroupMeetingStatus? Status, GroupTaskState? One = null, GroupTaskState? Two = null)
    {
        public GroupTaskState? Task(string? item) => item == "2" ? Two : One;
    }

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("group-minutes", ["Submit"], ["groupLead"], "Đ7.B.2"),
        new("group-meeting-move", ["MoveDay"], ["groupLead"], "Đ7.B.2"),
        new("reason", ["CallOff", "DropWork"], ["groupLead"], "Đ7.B.2"),
        new("group-task-result", ["FinishWork"], [GroupMeetingProcess.Assignee], "Đ7.B.1"),
        new("group-task-change", ["ReassignWork"], ["groupLead"], "Đ7.B.1"),
    ];

    protected override Standing First { get; } = new(Status: null);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action, s.Status) switch
    {
        ("group-meeting", "Submit", null) => [s with { Status = GroupMeetingStatus.Called }],
        ("group-meeting-move", "MoveDay", GroupMeetingStatus.Called) => [s],
        ("reason", "CallOff", GroupMeetingStatus.Called) => [s with { Status = GroupMeetingStatus.Cancelled }],
        ("group-minutes", "Submit", GroupMeetingStatus.Called) =>
        [
            new(GroupMeetingStatus.UnderWay, GroupTaskState.Open, GroupTaskState.Open),
            new(GroupMeetingStatus.UnderWay, GroupTaskState.Open),
            new(GroupMeetingStatus.UnderWay),
        ],
        ("group-task-change", "ReassignWork", _) when IsOpen(deed, s) => [s],
        ("group-task-result", "FinishWork", _) when IsOpen(deed, s) => [With(s, deed.Item, GroupTaskState.Done)],
        ("reason", "DropWork", _) when IsOpen(deed, s) => [With(s, deed.Item, GroupTaskState.Dropped)],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s is { Status: GroupMeetingStatus.UnderWay, One: not GroupTaskState.Open, Two: not GroupTaskState.Open }
            ? [s with { Status = GroupMeetingStatus.Closed }]
            : [];

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status?.ToString()),
        "PendingTasks" => Told(new JsonArray(
            [.. new[] { (Task: s.One, Item: "1"), (Task: s.Two, Item: "2") }
                .Where(t => t.Task == GroupTaskState.Open).Select(t => (JsonNode)JsonValue.Create(t.Item)!)])),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status is GroupMeetingStatus.Closed or GroupMeetingStatus.Cancelled;

    protected override bool IsFulfilled(Standing s) => s.Status == GroupMeetingStatus.Closed;

    protected override Missing Lacks(Standing s) => s switch
    {
        { Status: null } => new("groupMeeting", "Đ7.B.2"),
        { Status: GroupMeetingStatus.Called } => new("groupMinutes", "Đ7.B.2"),
        { One: GroupTaskState.Open } or { Two: GroupTaskState.Open } => new("groupTask", "Đ7.B.1"),
        _ => new("filing", "Đ7.B.2"),
    };

    protected override Standing AtEnd(Standing s) => new(s.Status);

    private static bool IsOpen(Deed deed, Standing s) => s.Task(deed.Item) == GroupTaskState.Open;

    private static Standing With(Standing s, string? item, GroupTaskState state) =>
        item == "2" ? s with { Two = state } : s with { One = state };
}
