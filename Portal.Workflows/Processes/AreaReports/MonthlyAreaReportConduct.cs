using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.AreaReports;

/// <summary>What <see cref="MonthlyAreaReport"/> does, in short.</summary>
internal sealed class MonthlyAreaReportConduct : SubjectConduct<MonthlyAreaReportConduct.Standing>
{
    internal sealed record Standing(AreaReportStatus Status, bool IsWritten);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("area-report-check", ["Forward", "Return"], ["groupLead"], "Đ8.2"),
        new("result-review", ["Acknowledge", "AcknowledgeWithDirective", "Return"], Demand.Leaders, "Đ8.2") { Decides = true },
    ];

    protected override Standing First { get; } = new(AreaReportStatus.NotStarted, false);

    // Who sends it is the lead or a member: a report goes to the leader, or to the lead first.
    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("area-report", _) when s.Status == AreaReportStatus.LeadReview => [new(AreaReportStatus.Submitted, true)],
        ("area-report" or "area-report-nothing", _) when IsOpen(s) =>
            [new(AreaReportStatus.LeadReview, true), new(AreaReportStatus.Submitted, true)],
        ("area-report-nothing", _) when s.Status == AreaReportStatus.LeadReview => [new(AreaReportStatus.Submitted, true)],
        ("area-report-check", "Forward") when s.Status == AreaReportStatus.LeadReview => [s with { Status = AreaReportStatus.Submitted }],
        ("area-report-check", "Return") when s.Status == AreaReportStatus.LeadReview => [s with { Status = AreaReportStatus.Draft }],
        ("result-review", "Acknowledge" or "AcknowledgeWithDirective") when s.Status == AreaReportStatus.Submitted =>
            [s with { Status = AreaReportStatus.Noted }],
        ("result-review", "Return") when s.Status == AreaReportStatus.Submitted => [s with { Status = AreaReportStatus.Returned }],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.Status == AreaReportStatus.Noted ? [s with { Status = AreaReportStatus.Closed }] : [];

    protected override bool Holds(string rule, Standing s) => rule is "R-RPT-01" or "R-RPT-02" && s.IsWritten;

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) =>
        fact == "Status" ? Told(s.Status.ToString()) : Untold;

    protected override bool IsEnded(Standing s) => s.Status == AreaReportStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        AreaReportStatus.LeadReview => new("leadOnReport", "Đ8.2"),
        AreaReportStatus.Submitted => new("leaderOnAreaReport", "Đ8.2"),
        AreaReportStatus.Noted => new("filing", "Đ8.2"),
        _ => new("areaReport", "Đ8.2"),
    };

    private static bool IsOpen(Standing s) =>
        s.Status is AreaReportStatus.NotStarted or AreaReportStatus.Draft or AreaReportStatus.Returned;
}
