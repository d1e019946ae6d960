using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Workflows.Proving;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Processes.AreaReports;

/// <summary>What <see cref="AreaBriefing"/> does, in short.</summary>
internal sealed class AreaBriefingConduct : SubjectConduct<AreaBriefingConduct.Standing>
{
    internal sealed record Standing(AreaBriefingStatus? Status);

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("area-briefing-draft", ["Submit"], ["groupLead"], "Đ5.5"),
        new("leader-opinion", ["AcceptBriefing", "Return"], [AreaBriefingProcess.Acceptor, UserTaskSpec.Head], "Đ5.5") { Decides = true },
        new("reason", ["Withdraw"], ["initiator"], "Đ5.5"),
    ];

    protected override Standing First { get; } = new(Status: null);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action, s.Status) switch
    {
        ("area-briefing", "Submit", null) => [new(AreaBriefingStatus.Draft)],
        ("area-briefing-draft", "Submit", AreaBriefingStatus.Draft or AreaBriefingStatus.Returned) => [new(AreaBriefingStatus.Submitted)],
        ("leader-opinion", "AcceptBriefing", AreaBriefingStatus.Submitted) => [new(AreaBriefingStatus.Closed)],
        ("leader-opinion", "Return", AreaBriefingStatus.Submitted) => [new(AreaBriefingStatus.Returned)],
        ("reason", "Withdraw", not null and not AreaBriefingStatus.Closed and not AreaBriefingStatus.Withdrawn) =>
            [new(AreaBriefingStatus.Withdrawn)],
        _ => [],
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) => [];

    protected override bool Holds(string rule, Standing s) => false;

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) =>
        fact == "Status" ? Told(s.Status?.ToString()) : Untold;

    protected override bool IsEnded(Standing s) => s.Status is AreaBriefingStatus.Closed or AreaBriefingStatus.Withdrawn;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        null => new("briefingRequest", "Đ5.5"),
        AreaBriefingStatus.Submitted => new("leaderOnBriefing", "Đ5.5"),
        _ => new("briefing", "Đ5.5"),
    };
}
