using System.Text.Json.Nodes;
using Portal.Domain.Reviews;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>What <see cref="ReviewCycle"/> does, in short.</summary>
internal sealed class ReviewCycleConduct : SubjectConduct<ReviewCycleConduct.Standing>
{
    private static readonly string[] Coordinator = ["role:ReviewCoordinator"];
    private static readonly string[] Head = ["head"];

    internal sealed record Standing(ReviewCycleStatus Status, bool HasDossier);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("leader-opinion", ["OpenCycle", "Return"], Head, "Đ5.6") { Decides = true },
        new("review-dossier", ["SubmitDossier"], Coordinator, "Đ7.B.4"),
        new("review-sent", ["Sent"], Coordinator, "Đ5.6"),
        new("review-quota-override", ["OverrideQuota"], Head, "Đ7.B.4"),
        new("review-reschedule", ["Reschedule"], Head, "Đ5.6"),
        new("reason", ["CancelCycle"], Head, "Đ5.6"),
    ];

    protected override Standing First { get; } = new(ReviewCycleStatus.Draft, false);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action, s.Status) switch
    {
        ("review-cycle", "Submit", ReviewCycleStatus.Draft or ReviewCycleStatus.Returned) =>
            [s with { Status = ReviewCycleStatus.AwaitingHead }],
        ("leader-opinion", "OpenCycle", ReviewCycleStatus.AwaitingHead) => [s with { Status = ReviewCycleStatus.InProgress }],
        ("leader-opinion", "Return", ReviewCycleStatus.AwaitingHead) => [s with { Status = ReviewCycleStatus.Returned }],
        ("review-dossier", "SubmitDossier", ReviewCycleStatus.InProgress) => [new(ReviewCycleStatus.Consolidated, true)],
        ("review-again" or "review-quota-override", _, ReviewCycleStatus.InProgress) => [s],
        ("review-reschedule", _, ReviewCycleStatus.InProgress or ReviewCycleStatus.Consolidated) => [s],
        ("reason", "CancelCycle", ReviewCycleStatus.AwaitingHead or ReviewCycleStatus.Returned or ReviewCycleStatus.InProgress
            or ReviewCycleStatus.Consolidated) => [s with { Status = ReviewCycleStatus.Cancelled }],
        ("review-sent", "Sent", ReviewCycleStatus.Consolidated) =>
            [s with { Status = ReviewCycleStatus.SubmittedToStandingCommittee }],
        (null, "CloseCycle", _) => [s],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.Status == ReviewCycleStatus.SubmittedToStandingCommittee
            ? [s with { Status = ReviewCycleStatus.Closed }] : [];

    protected override bool Holds(string rule, Standing s) => rule is "R-REV-02" or "R-REV-05" && s.HasDossier;

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) =>
        fact == "Status" ? Told(s.Status.ToString()) : Untold;

    protected override bool IsEnded(Standing s) => s.Status is ReviewCycleStatus.Closed or ReviewCycleStatus.Cancelled;

    protected override bool IsFulfilled(Standing s) => s.Status == ReviewCycleStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        ReviewCycleStatus.Draft or ReviewCycleStatus.Returned => new("cycle", "Đ5.6"),
        ReviewCycleStatus.AwaitingHead => new("headOnCycle", "Đ5.6"),
        ReviewCycleStatus.InProgress => new("dossier", "Đ7.B.4"),
        ReviewCycleStatus.Consolidated => new("sending", "Đ5.6"),
        _ => new("filing", "Đ5.6"),
    };
}
