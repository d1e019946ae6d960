using System.Text.Json.Nodes;
using Portal.Domain.AreaIssues;
using Portal.Workflows.Proving;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Processes.AreaIssues;

/// <summary>What <see cref="AreaIssue"/> does, in short.</summary>
internal sealed class AreaIssueConduct : SubjectConduct<AreaIssueConduct.Standing>
{
    private static readonly string[] Decider = [AreaIssueProcess.Decider, UserTaskSpec.Head];

    internal sealed record Standing(AreaIssueStatus? Status, bool IsFlagged, bool IsSeen, bool IsAsked, bool IsForwarded);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("leader-opinion", ["Acknowledge", "AcknowledgeWithDirective", "AskToClarify", "ForwardToHead", "Close"], Decider, "Đ5.3")
        {
            Decides = true,
        },
        new("area-issue-update", ["Clarify", "AddUpdate"], ["initiator", "groupLead"], "Đ5.3"),
    ];

    protected override Standing First { get; } = new(null, false, false, false, false);

    // Flagged or not, when it is reported and with each update: that is seen by the form alone.
    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("area-issue", "Submit") when s.Status is null =>
            [s with { Status = AreaIssueStatus.Submitted }, s with { Status = AreaIssueStatus.Submitted, IsFlagged = true }],
        ("leader-opinion", "Acknowledge") when Waits(s) => [Seen(s, AreaIssueStatus.Monitoring)],
        ("leader-opinion", "AcknowledgeWithDirective") when Waits(s) || IsFollowed(s) => [Seen(s, AreaIssueStatus.Directed)],
        ("leader-opinion", "AskToClarify") when Waits(s) => [Seen(s, AreaIssueStatus.UnderConsideration) with { IsAsked = true }],
        ("leader-opinion", "ForwardToHead") when Waits(s) && !s.IsFlagged && !s.IsForwarded =>
            [s with { Status = AreaIssueStatus.UnderConsideration, IsForwarded = true }],
        ("leader-opinion", "Close") when Waits(s) || IsFollowed(s) => [Seen(s, AreaIssueStatus.Settled)],
        ("area-issue-update", "Clarify") when s.IsAsked => Updated(s with { IsAsked = false }),
        ("area-issue-update", "AddUpdate") when !s.IsAsked && (Waits(s) || IsFollowed(s)) => Updated(s),
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.Status == AreaIssueStatus.Settled && (!s.IsFlagged || s.IsSeen)
            ? [s with { Status = AreaIssueStatus.Closed }]
            : [];

    protected override bool Holds(string rule, Standing s) => rule == "R-RPT-04" && (!s.IsFlagged || s.IsSeen);

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status?.ToString()),
        "IsHeads" => (true, s.Status is null ? null : JsonValue.Create(s.IsFlagged || s.IsForwarded)),
        "IsFollowed" => (true, s.Status is null ? null : JsonValue.Create(IsFollowed(s))),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status == AreaIssueStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        null => new("issueReport", "Đ5.3"),
        _ when s.IsFlagged && !s.IsSeen => new("headOnIssue", "Đ7.A.4"),
        AreaIssueStatus.Settled => new("filing", "Đ5.3"),
        _ => new("leaderOnIssue", "Đ5.3"),
    };

    private static IEnumerable<Standing> Updated(Standing s) => s.IsFlagged
        ? [s]
        : [s, s with { IsFlagged = true, IsSeen = false, Status = AreaIssueStatus.UnderConsideration }];

    // Of what is flagged nobody but the head decides.
    private static Standing Seen(Standing s, AreaIssueStatus status) => s with { Status = status, IsSeen = s.IsSeen || s.IsFlagged };

    private static bool Waits(Standing s) =>
        !s.IsAsked && s.Status is (AreaIssueStatus.Submitted or AreaIssueStatus.UnderConsideration);

    private static bool IsFollowed(Standing s) => !s.IsAsked && s.Status is (AreaIssueStatus.Directed or AreaIssueStatus.Monitoring);
}
