using System.Text.Json.Nodes;
using Portal.Domain.Meetings;
using Portal.Workflows.Proving;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>What <see cref="MeetingAttendance"/> does, in short; of those who go, two are followed.</summary>
internal sealed class MeetingConduct : SubjectConduct<MeetingConduct.Standing>
{
    private static readonly AttendanceStatus[] Active =
    [
        AttendanceStatus.Consented, AttendanceStatus.Preparing, AttendanceStatus.Attended, AttendanceStatus.AwaitingNotes,
        AttendanceStatus.NotesSubmitted, AttendanceStatus.NotesReturned,
    ];

    /// <param name="One">Who goes first; null while nobody is to go.</param>
    /// <param name="Two">Who goes further.</param>
    internal sealed record Standing(AttendanceStatus Status, AttendanceStatus? One = null, AttendanceStatus? Two = null)
    {
        public bool IsConsented { get; init; }

        /// <summary>Consent by word of mouth, for the day that the meeting is on.</summary>
        public bool IsOral { get; init; }

        /// <summary>Whether it was given, for this day or one that the meeting was moved away from.</summary>
        public bool WasOral { get; init; }

        public bool IsForwarded { get; init; }

        public bool IsExtraAsked { get; init; }

        public bool HasConsent => IsConsented || IsOral;

        public AttendanceStatus? Line(string? item) => item == "2" ? Two : One;
    }

    public override IReadOnlyList<Demand> Demands { get; } =
    [
        new("meeting-nomination", ["Submit"], ["groupLead"], "Đ7.B.3"),
        new("meeting-nomination", ["NominateDirectly"], Demand.Leaders, "Đ5.2"),
        new("meeting-consent",
            ["Consent", "ConsentChanged", "ConsentWithRequirements", "Return", "Refuse", "ForwardToHead", "ConsentExtra", "RefuseExtra"],
            Demand.Leaders, "Đ5.2")
        {
            Decides = true,
        },
        new("reason", ["ConfirmOral", "DisputeOral"], [.. Demand.Leaders, "oralLeader"], "Đ5.2") { Decides = true },
        new("attendance-notes", ["Submit"], ["attendee", "groupLead"], "Đ7.A.5"),
        new("result-review", ["LeadSeen"], ["groupLead"], "Đ7.B.1"),
        new("result-review", ["Acknowledge", "AcknowledgeWithDirective"], Demand.Leaders, "Đ5.2") { Decides = true },
    ];

    public override string? WaitsForAll(Deed deed) => deed is { Form: "meeting-arrival", Action: "Attended" } ? "Đ5.2" : null;

    public override bool IsApart(string? form, string action) =>
        form == "meeting-reply" || (form == "reason" && action is "Skip" or "ConfirmOral" or "DisputeOral")
            || (form is null && action == "Read");

    protected override Standing First { get; } = new(AttendanceStatus.Registered);

    protected override IEnumerable<Standing> Answer(Deed deed, Standing s) => deed.Form switch
    {
        "meeting-invitation" => OfInvitation(deed, s),
        "meeting-nomination" when s.Status is AttendanceStatus.Nominating or AttendanceStatus.Returned =>
            deed.Action == "NominateDirectly"
                ? Lines(s with { IsConsented = true }) : [s with { Status = AttendanceStatus.AwaitingConsent }],
        "meeting-consent" => OfConsent(deed, s),
        "oral-consent" when s.Status == AttendanceStatus.AwaitingConsent => Lines(s with { IsOral = true, WasOral = true }),
        "meeting-move" => Move(s),
        "meeting-extra" when IsOpenToExtras(s) && !s.IsExtraAsked => [s with { IsExtraAsked = true }],
        "meeting-reply" => [s],
        "reason" => OfReason(deed, s),
        _ => OfLine(deed, s),
    };

    protected override IEnumerable<Standing> Act(string act, string? item, Standing s) => act switch
    {
        "startLines" => [Followed(s with { One = Started(s.One), Two = Started(s.Two) })],
        "close" when !IsEnded(s) && !IsBeforeConsent(s) && !IsActive(s.One) && !IsActive(s.Two) && Holds("R-ATT-05", s) =>
            [s with { Status = Outcome(s) }],
        _ => [],
    };

    private static AttendanceStatus Outcome(Standing s)
    {
        AttendanceStatus[] strongestFirst = [AttendanceStatus.Closed, AttendanceStatus.Absent];
        return strongestFirst.Where(a => s.One == a || s.Two == a).FirstOrDefault(AttendanceStatus.NotAttending);
    }

    protected override bool Holds(string rule, Standing s) => rule switch
    {
        "R-ATT-01" => s.HasConsent || !(HasAttended(s.One) || HasAttended(s.Two)),
        "R-ATT-02" => s.Status != AttendanceStatus.Registered,
        "R-ATT-03" or "R-ATT-08" => true,
        "R-ATT-05" or "R-ATT-10" => s.One != AttendanceStatus.AwaitingNotes && s.Two != AttendanceStatus.AwaitingNotes,
        "R-ATT-09" => s.Two is null || s.HasConsent,
        _ => false,
    };

    protected override (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, Standing s) => fact switch
    {
        "Status" => Told(s.Status.ToString()),
        "Attending" => Told(s.Status != AttendanceStatus.NotAttending),
        "LineStatus" => Told(s.Line(item)?.ToString()),
        "PendingLines" => Told(new JsonArray(
            [.. new[] { (Line: s.One, Item: "1"), (Line: s.Two, Item: "2") }
                .Where(l => l.Line == AttendanceStatus.Consented).Select(l => (JsonNode)JsonValue.Create(l.Item)!)])),
        _ => Untold,
    };

    protected override bool IsEnded(Standing s) => s.Status is AttendanceStatus.Closed or AttendanceStatus.Refused
        or AttendanceStatus.Cancelled or AttendanceStatus.OutOfScope or AttendanceStatus.Merged or AttendanceStatus.Withdrawn
        or AttendanceStatus.NotAttending or AttendanceStatus.Absent;

    protected override bool IsFulfilled(Standing s) => s.Status == AttendanceStatus.Closed;

    protected override Missing Lacks(Standing s) => s.Status switch
    {
        AttendanceStatus.Registered => new("invitation", "Đ9.3"),
        AttendanceStatus.Nominating or AttendanceStatus.Returned => new("nomination", "Đ7.B.3"),
        AttendanceStatus.AwaitingConsent => new("leaderOnMeeting", "Đ5.2"),
        AttendanceStatus.Consented or AttendanceStatus.Preparing => new("arrival", "Đ7.A.5"),
        AttendanceStatus.NotesSubmitted => new("leaderOnNotes", "Đ5.2"),
        _ => IsActive(s.One) || IsActive(s.Two) ? new("notes", "Đ7.A.5") : new("filing", "Đ7.A.5"),
    };

    protected override bool MayBeStopped(Standing s) => !HasAttended(s.One) && !HasAttended(s.Two);

    protected override Standing AtEnd(Standing s) => new(s.Status) { WasOral = s.WasOral };

    private static IEnumerable<Standing> OfInvitation(Deed deed, Standing s) => deed.Action switch
    {
        "Submit" when s.Status == AttendanceStatus.Registered => [s with { Status = AttendanceStatus.Nominating }],
        "OutOfScope" when s.Status is AttendanceStatus.Registered or AttendanceStatus.Nominating =>
            [s with { Status = AttendanceStatus.OutOfScope }],
        "Merge" when s.Status is AttendanceStatus.Registered or AttendanceStatus.Nominating =>
            [s with { Status = AttendanceStatus.Merged }],
        _ => [],
    };

    private static IEnumerable<Standing> OfConsent(Deed deed, Standing s)
    {
        if (deed.Action is "ConsentExtra" or "RefuseExtra")
        {
            return OfExtra(deed, s);
        }

        if (s.Status != AttendanceStatus.AwaitingConsent || (s.IsForwarded && !deed.IsForHead))
        {
            return [];
        }

        return deed.Action switch
        {
            "Return" => [s with { Status = AttendanceStatus.Returned, IsForwarded = false }],
            "Refuse" => [s with { Status = AttendanceStatus.Refused, IsForwarded = false }],
            "ForwardToHead" => [s with { IsForwarded = true }],
            "Consent" or "ConsentChanged" or "ConsentWithRequirements" => Lines(s with { IsConsented = true }),
            _ => [],
        };
    }

    // Of those who are let go further, one is followed.
    private static IEnumerable<Standing> OfExtra(Deed deed, Standing s)
    {
        if (!s.IsExtraAsked || (deed.Action == "ConsentExtra" && !IsOpenToExtras(s)))
        {
            return [];
        }

        return (deed.Action, s.Two) switch
        {
            ("RefuseExtra", _) => [s with { IsExtraAsked = false }],
            (_, null) => [s with { IsExtraAsked = false, Two = AttendanceStatus.Consented }],
            _ => [],
        };
    }

    private IEnumerable<Standing> OfReason(Deed deed, Standing s) => deed.Action switch
    {
        "GiveBack" when s.Status is AttendanceStatus.Nominating or AttendanceStatus.Returned =>
            [s with { Status = AttendanceStatus.Registered }],
        "CancelMeeting" => End(s, AttendanceStatus.Cancelled),
        "Withdraw" when s.Status == AttendanceStatus.AwaitingConsent => [s with { Status = AttendanceStatus.Nominating }],
        "Withdraw" => End(s, AttendanceStatus.Withdrawn),
        "ConfirmOral" or "DisputeOral" when s.WasOral => [s],
        "Skip" => [s],
        "CannotAttend" when s.Line(deed.Item) == AttendanceStatus.Preparing => [s],
        "Absent" when s.Line(deed.Item) == AttendanceStatus.Preparing => [With(s, deed.Item, AttendanceStatus.Absent)],
        "Nobody" when s.Line(deed.Item) is AttendanceStatus.Consented or AttendanceStatus.Preparing =>
            [With(s, deed.Item, AttendanceStatus.NotAttending)],
        _ => [],
    };

    private static IEnumerable<Standing> OfLine(Deed deed, Standing s) => (deed.Form, deed.Action, s.Line(deed.Item)) switch
    {
        ("meeting-preparation" or "meeting-substitute", _, AttendanceStatus.Preparing) => [s],
        ("meeting-arrival", _, AttendanceStatus.Preparing) when s.HasConsent => [With(s, deed.Item, AttendanceStatus.AwaitingNotes)],
        ("attendance-notes", _, AttendanceStatus.AwaitingNotes or AttendanceStatus.NotesReturned) =>
            [With(s, deed.Item, AttendanceStatus.NotesSubmitted)],
        ("trip-extension", _, AttendanceStatus.AwaitingNotes or AttendanceStatus.NotesReturned) => [s],
        (null, "Read", AttendanceStatus.NotesSubmitted or AttendanceStatus.NotesReturned or AttendanceStatus.Closed) => [s],
        ("result-review", "LeadSeen", AttendanceStatus.NotesSubmitted) => [s],
        ("result-review", "Acknowledge" or "AcknowledgeWithDirective", AttendanceStatus.NotesSubmitted) =>
            [With(s, deed.Item, AttendanceStatus.Closed)],
        ("result-review", "RequestSupplement", AttendanceStatus.NotesSubmitted) => [With(s, deed.Item, AttendanceStatus.NotesReturned)],
        _ => [],
    };

    // Somebody goes, or nobody. A second one is let go later.
    private static IEnumerable<Standing> Lines(Standing s) =>
    [
        s with { Status = AttendanceStatus.Consented, One = AttendanceStatus.Consented, IsForwarded = false },
        s with { Status = AttendanceStatus.NotAttending, IsForwarded = false },
    ];

    // Within a few days the consent is kept; else it is asked for again.
    private static IEnumerable<Standing> Move(Standing s)
    {
        if (s.Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned or AttendanceStatus.AwaitingConsent
            or AttendanceStatus.Consented or AttendanceStatus.Preparing) || HasAttended(s.One) || HasAttended(s.Two))
        {
            return [];
        }

        if (!IsActive(s.One) && !IsActive(s.Two))
        {
            return [s];
        }

        return
        [
            s with { Status = AttendanceStatus.Consented, One = Restarted(s.One), Two = Restarted(s.Two) },
            s with
            {
                Status = AttendanceStatus.AwaitingConsent,
                One = EndedAs(s.One, AttendanceStatus.Cancelled),
                Two = EndedAs(s.Two, AttendanceStatus.Cancelled),
                IsConsented = false,
                IsOral = false,
                IsForwarded = false,
            },
        ];
    }

    private IEnumerable<Standing> End(Standing s, AttendanceStatus status) => IsEnded(s) || HasAttended(s.One) || HasAttended(s.Two)
        ? []
        : [s with { Status = status, One = EndedAs(s.One, status), Two = EndedAs(s.Two, status) }];

    private static Standing With(Standing s, string? item, AttendanceStatus line) =>
        Followed(item == "2" ? s with { Two = line } : s with { One = line });

    // The meeting is as far as the one who is least far.
    private static Standing Followed(Standing s)
    {
        var least = Array.Find(Active, a => s.One == a || s.Two == a);
        return IsActive(s.One) || IsActive(s.Two) ? s with { Status = least } : s;
    }

    private static AttendanceStatus? Started(AttendanceStatus? line) =>
        line == AttendanceStatus.Consented ? AttendanceStatus.Preparing : line;

    private static AttendanceStatus? Restarted(AttendanceStatus? line) => IsActive(line) ? AttendanceStatus.Consented : line;

    private static AttendanceStatus? EndedAs(AttendanceStatus? line, AttendanceStatus status) => IsActive(line) ? status : line;

    private static bool IsActive(AttendanceStatus? line) => line is { } status && Active.Contains(status);

    private static bool HasAttended(AttendanceStatus? line) => line is AttendanceStatus.AwaitingNotes or AttendanceStatus.NotesSubmitted
        or AttendanceStatus.NotesReturned or AttendanceStatus.Closed;

    private static bool IsOpenToExtras(Standing s) => s.Status is AttendanceStatus.Consented or AttendanceStatus.Preparing;

    private static bool IsBeforeConsent(Standing s) => s.Status is AttendanceStatus.Registered or AttendanceStatus.Nominating
        or AttendanceStatus.AwaitingConsent or AttendanceStatus.Returned;
}
