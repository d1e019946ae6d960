using System.Text.Json.Nodes;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>What <see cref="FieldTrip"/> does, in short.</summary>
internal sealed class FieldTripConduct : SubjectConduct<FieldTripConduct.Standing>
{
    internal sealed record Standing(FieldTripStatus Status = FieldTripStatus.Draft)
    {
        public bool IsTold { get; init; }

        public bool IsAcknowledged { get; init; }

        public bool OralClears { get; init; }

        public bool IsOral { get; init; }

        public bool IsContactRecorded { get; init; }

        public bool IsContacted { get; init; }

        public bool IsForwarded { get; init; }

        public bool LastChangeIsMaterial { get; init; }

        public bool IsReviewed { get; init; }

        /// <summary>The leader has acknowledged, or a report by word of mouth stands in.</summary>
        public bool IsCleared => IsAcknowledged || OralClears;
    }

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("leader-opinion", ["Acknowledge", "AcknowledgeWithDirective", "Return", "Decline", "ForwardToHead"], Demand.Leaders, "Đ7.A.5")
        {
            Decides = true,
        },
        new("reason", ["ConfirmOral", "DisputeOral"], Demand.Leaders, "Đ7.A.5") { Decides = true },
        new("prior-contact", ["Contacted"], ["groupLead", "tripLeader"], "Đ9.2"),
        new("result-review", ["Acknowledge", "AcknowledgeWithDirective", "RequestSupplement", "ForwardToHead"], Demand.Leaders, "Đ8.1")
        {
            Decides = true,
        },
        new("trip-extension", ["Extend"], Demand.Leaders, "Đ7.A.5") { Decides = true },
    ];

    public override string? WaitsForAll(Deed deed) => deed is { Form: "trip-departure", Action: "Departed" } ? "Đ7.A.5" : null;

    public override bool IsApart(string? form, string action) => form == "reason" && action is "ConfirmOral" or "DisputeOral";

    protected override Standing First { get; } = new();

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => (deed.Form, deed.Action) switch
    {
        ("trip-notice", "Submit") => Notify(s),
        ("leader-opinion", "Acknowledge" or "AcknowledgeWithDirective") when IsDecidable(deed, s) =>
            [s with { Status = FieldTripStatus.Acknowledged, IsAcknowledged = true, IsForwarded = false }],
        ("leader-opinion", "Return") when IsDecidable(deed, s) =>
            [s with { Status = FieldTripStatus.ReturnedForChange, IsForwarded = false }],
        ("leader-opinion", "Decline") when IsDecidable(deed, s) => [s with { Status = FieldTripStatus.Declined }],
        ("leader-opinion", "ForwardToHead") when IsDecidable(deed, s) => [s with { IsForwarded = true }],
        ("oral-report", _) when s.Status == FieldTripStatus.Notified =>
            [s with { IsOral = true, OralClears = true, IsForwarded = false }],
        ("reason", "ConfirmOral" or "DisputeOral") when s.IsOral && (!IsEnded(s) || s.Status == FieldTripStatus.Closed) => [s],
        ("reason", "Withdraw") when IsBeforeDeparture(s) =>
        [
            s with
            {
                Status = s is { Status: FieldTripStatus.Notified, IsCleared: false } ? FieldTripStatus.Draft : FieldTripStatus.Withdrawn,
            },
        ],
        ("reason", "NotTaken") when s.Status is FieldTripStatus.Acknowledged or FieldTripStatus.Notified =>
            [s with { Status = FieldTripStatus.NotTaken }],
        ("trip-cancel", _) when IsBeforeDeparture(s) => [s with { Status = FieldTripStatus.Cancelled }],
        ("prior-contact", _) when IsBeforeDeparture(s) => [s with { IsContactRecorded = true, IsContacted = true }],
        ("trip-change", _) => Change(s),
        ("trip-departure", "Departed") when s is { IsTold: true, IsContacted: true, IsCleared: true }
            && s.Status is FieldTripStatus.Notified or FieldTripStatus.Acknowledged => [s with { Status = FieldTripStatus.InProgress }, s],
        ("trip-note", _) when s.Status == FieldTripStatus.InProgress => [s],
        ("trip-notes", _) => End(s),
        ("trip-result-part", _) when AwaitsResult(s) => [s],
        ("trip-extension", _) when AwaitsResult(s) => [s],
        ("trip-result", _) when AwaitsResult(s) => [s with { Status = FieldTripStatus.ResultSubmitted }],
        ("result-review", "Acknowledge" or "AcknowledgeWithDirective") when IsReviewable(deed, s) => [s with { IsReviewed = true }],
        ("result-review", "RequestSupplement") when IsReviewable(deed, s) =>
            [s with { Status = FieldTripStatus.ResultReturned, IsForwarded = false }],
        ("result-review", "ForwardToHead") when IsReviewable(deed, s) => [s with { IsForwarded = true }],
        _ => [],
    };

    protected override IEnumerable<Standing> TimeOut(string stepId, string? item, Standing s) => End(s);

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) =>
        act == "close" && s.IsReviewed && !IsEnded(s) ? [s with { Status = FieldTripStatus.Closed }] : [];

    protected override bool Holds(string rule, Standing s) => rule switch
    {
        "R-TRIP-01" or "R-TRIP-02" => s.IsTold,
        "R-TRIP-03" => s.IsContacted,
        "R-TRIP-05" => s.IsReviewed,
        "R-TRIP-06" => s.IsCleared,
        "R-TRIP-07" => true,
        _ => false,
    };

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status.ToString()),
        "OralNotice" => Told(s.OralClears),
        "Cleared" => Told(s.IsCleared),
        "Contacted" => Told(s.IsContacted),
        "ContactRecorded" => Told(s.IsContactRecorded),
        "MaterialChange" => Told(s.LastChangeIsMaterial),
        "Departed" => Told(!IsBeforeDeparture(s) && !IsEnded(s)),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status is FieldTripStatus.Closed or FieldTripStatus.Declined
        or FieldTripStatus.Cancelled or FieldTripStatus.Withdrawn or FieldTripStatus.NotTaken;

    protected override bool IsFulfilled(Standing s) => s.Status == FieldTripStatus.Closed;

    protected override Missing Lacks(Standing s) => s switch
    {
        { IsTold: false } => new("notice", "Đ7.A.5"),
        { Status: FieldTripStatus.Draft or FieldTripStatus.ReturnedForChange } => new("noticeAgain", "Đ7.A.5"),
        { Status: FieldTripStatus.Notified, IsCleared: false } => new("leaderOnNotice", "Đ7.A.5"),
        { Status: FieldTripStatus.Notified or FieldTripStatus.Acknowledged, IsContacted: false } => new("priorContact", "Đ9.2"),
        { Status: FieldTripStatus.Notified or FieldTripStatus.Acknowledged } => new("departure", "Đ7.A.5"),
        { Status: FieldTripStatus.ResultSubmitted, IsReviewed: false } => new("leaderOnResult", "Đ8.1"),
        { Status: FieldTripStatus.ResultSubmitted } => new("filing", "Đ8.1"),
        _ => new("result", "Đ7.A.5"),
    };

    protected override bool MayBeStopped(Standing s) => IsBeforeDeparture(s);

    protected override Standing AtEnd(Standing s) => new(s.Status) { IsOral = s.IsOral };

    // The contact that was recorded stays as long as it covers the areas of the new round.
    private static IEnumerable<Standing> Notify(Standing s)
    {
        if (s.Status is not (FieldTripStatus.Draft or FieldTripStatus.ReturnedForChange))
        {
            yield break;
        }

        var told = s with
        {
            Status = FieldTripStatus.Notified,
            IsTold = true,
            IsAcknowledged = false,
            OralClears = false,
            IsForwarded = false,
        };
        yield return told;
        if (s.IsContacted)
        {
            yield return told with { IsContacted = false };
        }

        if (!s.IsTold)
        {
            yield return told with { OralClears = true, IsOral = true };
        }
    }

    private static IEnumerable<Standing> Change(Standing s)
    {
        if (s.Status is not (FieldTripStatus.Acknowledged or FieldTripStatus.Notified or FieldTripStatus.InProgress))
        {
            yield break;
        }

        yield return s with { LastChangeIsMaterial = false };
        if (s.Status != FieldTripStatus.InProgress)
        {
            yield return s with
            {
                Status = FieldTripStatus.Notified,
                LastChangeIsMaterial = s.IsCleared,
                IsAcknowledged = false,
                OralClears = false,
                IsForwarded = false,
            };
        }
    }

    private static IEnumerable<Standing> End(Standing s) =>
        s.Status == FieldTripStatus.InProgress ? [s with { Status = FieldTripStatus.AwaitingResult }] : [];

    private static bool IsDecidable(Deed deed, Standing s) =>
        s.Status == FieldTripStatus.Notified && (!s.IsForwarded || deed.IsForHead);

    private static bool IsReviewable(Deed deed, Standing s) =>
        s is { Status: FieldTripStatus.ResultSubmitted, IsReviewed: false } && (!s.IsForwarded || deed.IsForHead);

    private static bool IsBeforeDeparture(Standing s) => s.Status is FieldTripStatus.Draft or FieldTripStatus.Notified
        or FieldTripStatus.ReturnedForChange or FieldTripStatus.Acknowledged;

    private static bool AwaitsResult(Standing s) => s.Status is FieldTripStatus.AwaitingResult or FieldTripStatus.ResultReturned;
}
