using System.Text.Json.Nodes;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>What <see cref="MonthlyTripPlan"/> does, in short.</summary>
internal sealed class MonthlyTripPlanConduct : SubjectConduct<MonthlyTripPlanConduct.Standing>
{
    internal sealed record Standing(TripPlanStatus Status, bool NoTrip);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("trip-plan", ["Submit"], ["groupLead"], "Đ8.1"),
        new("plan-opinion", ["Acknowledge", "AcknowledgeWithDirective", "Return", "Decline"], Demand.Leaders, "Đ8.1")
        {
            Decides = true,
        },
    ];

    protected override Standing First { get; } = new(TripPlanStatus.Draft, false);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("trip-plan", "Submit") when s.Status is TripPlanStatus.Draft or TripPlanStatus.Returned or TripPlanStatus.Rejected =>
            [new(TripPlanStatus.Submitted, false), new(TripPlanStatus.Submitted, true)],
        ("plan-opinion", "Acknowledge" or "AcknowledgeWithDirective") when s.Status == TripPlanStatus.Submitted =>
            [s with { Status = TripPlanStatus.Acknowledged }],
        ("plan-opinion", "Return") when s.Status == TripPlanStatus.Submitted => [s with { Status = TripPlanStatus.Returned }],
        ("plan-opinion", "Decline") when s.Status == TripPlanStatus.Submitted => [s with { Status = TripPlanStatus.Rejected }],
        ("plan-item-drop" or "plan-item-move", _) when s.Status == TripPlanStatus.Acknowledged => [s],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.Status == TripPlanStatus.Acknowledged ? [s with { Status = TripPlanStatus.Superseded }] : [];

    protected override bool Holds(string rule, Standing s) =>
        rule is "R-TRIP-01" or "R-PLAN-01" && s.Status != TripPlanStatus.Draft;

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status.ToString()),
        "NoTrip" => Told(s.NoTrip),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status == TripPlanStatus.Superseded;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        TripPlanStatus.Submitted => new("leaderOnPlan", "Đ8.1"),
        TripPlanStatus.Acknowledged => new("filing", "Đ8.1"),
        _ => new("plan", "Đ8.1"),
    };
}
