using System.Text.Json.Nodes;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.LeaderTasks;

/// <summary>What <see cref="LeaderTask"/> does, in short.</summary>
internal sealed class LeaderTaskConduct : SubjectConduct<LeaderTaskConduct.Standing>
{
    private static readonly string[] Giver = ["initiator"];
    private static readonly string[] Assignee = ["input:Assignee"];

    internal sealed record Standing(LeaderTaskStatus? Status, bool IsAsked);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new(null, ["AcceptReport"], Giver, "Đ5.7"),
        new("leader-task-reason", ["Return", "Cancel", "RefuseExtension"], Giver, "Đ5.7"),
        new("leader-task-agreement", ["AgreeToExtension"], Giver, "Đ5.7"),
        new("leader-task-due", ["Extend"], Giver, "Đ5.7"),
        new("leader-task-reassign", ["Reassign"], Giver, "Đ5.7"),
        new(null, ["Accept"], Assignee, "Đ5.7"),
        new("leader-task-report", ["Report"], Assignee, "Đ5.7"),
        new("leader-task-extension", ["AskForExtension"], Assignee, "Đ5.7"),
    ];

    protected override Standing First { get; } = new(null, false);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("leader-task", "Submit") when s.Status is null => [s with { Status = LeaderTaskStatus.Assigned }],
        (null, "Accept") when s.Status == LeaderTaskStatus.Assigned => [s with { Status = LeaderTaskStatus.InProgress }],
        ("leader-task-report", _) when IsTakenOn(s) => [new(LeaderTaskStatus.Reported, false)],
        (null, "AcceptReport") when s.Status == LeaderTaskStatus.Reported => [s with { Status = LeaderTaskStatus.Closed }],
        ("leader-task-reason", "Return") when s.Status == LeaderTaskStatus.Reported => [s with { Status = LeaderTaskStatus.Returned }],
        ("leader-task-reason", "Cancel") when IsUnderWork(s) || s.Status == LeaderTaskStatus.Reported =>
            [new(LeaderTaskStatus.Cancelled, false)],
        ("leader-task-reason", "RefuseExtension") when IsTakenOn(s) && s.IsAsked => [s with { IsAsked = false }],
        ("leader-task-agreement", _) when IsTakenOn(s) && s.IsAsked => [s with { IsAsked = false }],
        ("leader-task-reassign", _) when IsUnderWork(s) => [new(LeaderTaskStatus.Assigned, false)],
        ("leader-task-due", _) when IsUnderWork(s) => [s with { IsAsked = false }],
        ("leader-task-extension", _) when IsTakenOn(s) && !s.IsAsked => [s with { IsAsked = true }],
        _ => [],
    };

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) =>
        fact == "Status" ? Told(s.Status?.ToString()) : Untold;

    protected override bool IsEnded(Standing s) => s.Status is LeaderTaskStatus.Closed or LeaderTaskStatus.Cancelled;

    protected override bool IsFulfilled(Standing s) => s.Status == LeaderTaskStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        null => new("assignment", "Đ5.7"),
        LeaderTaskStatus.Reported => new("leaderOnReport", "Đ5.7"),
        _ => new("report", "Đ5.7"),
    };

    private static bool IsTakenOn(Standing s) => s.Status is LeaderTaskStatus.InProgress or LeaderTaskStatus.Returned;

    private static bool IsUnderWork(Standing s) => IsTakenOn(s) || s.Status == LeaderTaskStatus.Assigned;
}
