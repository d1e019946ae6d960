using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.AreaReports;

/// <summary>What <see cref="AdHocReport"/> does, in short.</summary>
internal sealed class AdHocReportConduct : SubjectConduct<AdHocReportConduct.Standing>
{
    internal sealed record Standing(AdHocReportStatus? Status, bool IsFlagged, bool IsSeen);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new(null, ["Forward"], ["groupLead"], "Đ8.2"),
        new("reason", ["Return"], ["groupLead"], "Đ8.2"),
        new("leader-opinion", ["Acknowledge", "AcknowledgeWithDirective", "Return"], Demand.Leaders, "Đ8.2") { Decides = true },
    ];

    protected override Standing First { get; } = new(null, false, false);

    // Who sends it is the lead or a member, and it is flagged or not: that is seen by the form alone.
    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action, s.Status) switch
    {
        ("adhoc-report", "Submit", null or AdHocReportStatus.Returned) => Written(s),
        (null, "Forward", AdHocReportStatus.LeadReview) => [s with { Status = AdHocReportStatus.Submitted }],
        ("reason", "Return", AdHocReportStatus.LeadReview) => [s with { Status = AdHocReportStatus.Returned }],
        ("leader-opinion", "Acknowledge" or "AcknowledgeWithDirective", AdHocReportStatus.Submitted) =>
            [Seen(s, AdHocReportStatus.Noted)],
        ("leader-opinion", "Return", AdHocReportStatus.Submitted) => [Seen(s, AdHocReportStatus.Returned)],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.Status == AdHocReportStatus.Noted && Holds("R-RPT-04", s) ? [s with { Status = AdHocReportStatus.Closed }] : [];

    protected override bool Holds(string rule, Standing s) =>
        rule == "R-RPT-02" ? s.Status is not null : rule == "R-RPT-04" && (!s.IsFlagged || s.IsSeen);

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status?.ToString()),
        "IsHeads" => (true, s.Status is null ? null : JsonValue.Create(s.IsFlagged)),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status == AdHocReportStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        null or AdHocReportStatus.Returned => new("adHocReport", "Đ8.2"),
        AdHocReportStatus.LeadReview => new("leadOnReport", "Đ8.2"),
        _ when s.IsFlagged && !s.IsSeen => new("headOnAdHocReport", "Đ7.A.4"),
        AdHocReportStatus.Noted => new("filing", "Đ8.2"),
        _ => new("leaderOnAreaReport", "Đ8.2"),
    };

    private static IEnumerable<Standing> Written(Standing s) =>
        from status in new[] { AdHocReportStatus.LeadReview, AdHocReportStatus.Submitted }
        from flagged in s.IsFlagged ? new[] { true } : [false, true]
        select s with { Status = status, IsFlagged = flagged };

    // Of what is flagged nobody but the head takes note.
    private static Standing Seen(Standing s, AdHocReportStatus status) => s with { Status = status, IsSeen = s.IsSeen || s.IsFlagged };
}
