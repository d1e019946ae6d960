using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Processes.FieldTrips.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>P1, đi báo việc – về báo công: ties the steps of <c>field-trip.json</c> to <see cref="FieldTrip"/>.</summary>
public sealed class FieldTripProcess() : Process<FieldTrip>(
    ProcessKey, "CT", TripForms.All,
    [
        new SubmitNotice(), new AcknowledgeNotice(OpinionDemand.None, "Acknowledge"),
        new AcknowledgeNotice(OpinionDemand.OpinionOrDirective, "AcknowledgeWithDirective"), new ReturnNotice(), new DeclineNotice(),
        new ForwardNoticeToHead(),
        new RecordOralReport(), new ConfirmOralReport(), new DisputeOralReport(), new WithdrawNotice(), new MarkNotTaken(),
        new CancelTrip(), new RecordPriorContact(), new ChangeTrip(), new RecordDeparture(), new AddTripNote(), new EndTrip(),
        new AddResultPart(),
        new SubmitResult(),
        new ExtendResult(), new AcknowledgeResult(OpinionDemand.None, "Acknowledge"),
        new AcknowledgeResult(OpinionDemand.OpinionOrDirective, "AcknowledgeWithDirective"), new RequestMoreOfResult(),
        new ForwardResultToHead(),
    ])
{
    public const string ProcessKey = "field-trip";

    /// <summary>Id of the step in which the trip is reported (báo công).</summary>
    public const string ResultStep = "result";

    /// <summary>Nobody travels any more.</summary>
    private static readonly FieldTripStatus[] IsNoTrip =
        [FieldTripStatus.Declined, FieldTripStatus.Cancelled, FieldTripStatus.Withdrawn, FieldTripStatus.NotTaken];

    /// <summary>R-TRIP-* [Q] with the clauses that demand them.</summary>
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-TRIP-01"] = "Đ8.1",
        ["R-TRIP-02"] = "Đ7.A.5",
        ["R-TRIP-03"] = "Đ9.2",
        ["R-TRIP-05"] = "Đ7.A.5",
    };

    public override JsonObject Known(FormOpening opening) => TripPrefill.Of(opening);

    public override Conduct Conduct { get; } = new FieldTripConduct();

    /// <summary>Members of a monitoring group report their trips.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByHand(
            context =>
                context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Any() ? null : FieldTripRefusals.OnlyMembers, Place),
    ];

    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var areas = AreasOf(form);
        var groups = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToList();
        var group = areas
            .Select(a => context.Directory.GroupOfArea(a, context.Today))
            .FirstOrDefault(g => g is not null && groups.Contains(g)) ?? groups
            .FirstOrDefault();
        return group is null ? FieldTripRefusals.OnlyMembers : new CasePlace(group, areas);
    }

    /// <summary>The plan's item that the notice is of, when it is not ad hoc; at the end of a trip, the item that it was of.</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        var isNotice = answer.FormKey == TripForms.Notice.Key;
        if (isNotice && MeetingsOf(answer.Form) is { Count: > 0 } meetings
            && !await AreOwnAsync(meetings, turn.Case.GroupId, store, cancellation))
        {
            return Refusal.Invalid([new FieldError("meetingIds", "Trip.MeetingUnknown", "Đ7.A.5")]);
        }

        var wanted = (isNotice ? PlanItemIdOf(answer.Form) : null) ?? SubjectOf(turn)?.Notice.PlanItemId;
        if (wanted is not { } itemId)
        {
            return Nothing;
        }

        var items = await store.WhereAsync<TripPlanItem>(i => i.Id == itemId, cancellation);
        return WhyNotFollowed(items, turn.Case) is { } error ? Refusal.Invalid([error]) : Found(items);
    }

    // E-T11: only meetings that the group itself attends.
    private static async Task<bool> AreOwnAsync(List<Guid> meetings, string group, IWorkStore store, CancellationToken cancellation) =>
        (await store.WhereAsync<Case>(c => meetings.Contains(c.Id) && c.Engagement == EngagementKind.Meeting && c.GroupId == group,
            cancellation)).Count == meetings.Count;

    private static FieldError? WhyNotFollowed(IReadOnlyList<TripPlanItem> items, Case subject)
    {
        if (items.Count == 0)
        {
            return new FieldError("planItemId", "Plan.NoSuchItemHere", "Đ8.1");
        }

        if (items[0].TripId == subject.Id || items[0].WhyNotNotifiable(subject.GroupId) is not { } refusal)
        {
            return null;
        }

        var code = refusal.Code == "Common.NotFound" ? "Plan.NoSuchItemHere" : refusal.Code;
        return new FieldError("planItemId", code, "Đ8.1", refusal.Args);
    }

    /// <summary>When the trip has ended, whichever way, the item of the plan that it was of follows it.</summary>
    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var applied = base.Apply(answer, turn);
        return applied.IsSuccess && SubjectOf(turn) is { IsEnded: true } ended
            && FollowItem(ended, turn) is { IsSuccess: false } refused ? refused.Refusal : applied;
    }

    /// <summary>Step 8 is open-ended for nobody: a day after the planned end the trip counts as ended then.</summary>
    public override Result TimeOut(string stepId, Turn turn)
    {
        var trip = Trip(turn);
        return trip.End(trip.ReturnsAt < trip.DepartedAt ? trip.DepartedAt.Value : trip.ReturnsAt, turn.Context);
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var facts = new Dictionary<string, JsonNode?> { ["NoticeMode"] = turn.Context.Settings.Text("Trip.NoticeMode") };
        if (SubjectOf(turn) is { } trip)
        {
            facts["Status"] = trip.Status.ToString();
            facts["AdHoc"] = trip.IsAdHoc;
            facts["OralNotice"] = trip.OralClears;
            facts["Cleared"] = trip.Check("R-TRIP-06", turn.Context) is null;
            facts["Contacted"] = trip.Check("R-TRIP-03", turn.Context) is null;
            facts["ContactRecorded"] = trip.PriorContact is not null;
            facts["MaterialChange"] = trip.LastChangeIsMaterial;
            facts["Days"] = (int)(VietnamTime.DayOf(trip.ReturnsAt).DayNumber - VietnamTime.DayOf(trip.DepartsAt).DayNumber) + 1;
            facts["AreaCount"] = trip.AreaIds.Count;
            facts["Departed"] = trip.DepartedAt is not null;
            facts["DepartsAt"] = Iso(trip.DepartsAt);
            facts["ReturnsAt"] = Iso(trip.ReturnsAt);
            facts["NotesEndAt"] = Iso(trip.ReturnsAt.AddDays(1));
            facts["ContactBy"] = Iso(trip.DepartsAt);
            facts["ResultDueAt"] = trip.ResultDueAt is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, Turn turn) =>
        SubjectOf(turn) is { } trip ? trip.Check(rule, turn.Context) : FieldTripRefusals.NoNotice;

    public override Result Act(string act, Turn turn, IWorkStore store)
    {
        if (act != "close")
        {
            return CommonRefusals.UnknownAct(act);
        }

        var trip = Trip(turn);
        var closed = trip.Close(LastReview(turn), turn.Context);
        if (!closed.IsSuccess)
        {
            return closed.Refusal;
        }

        if (FollowItem(trip, turn) is { IsSuccess: false } refused)
        {
            return refused;
        }

        foreach (var record in closed.Value.All(turn.Context))
        {
            store.Add(record);
        }

        return Result.Ok;
    }

    public override IEnumerable<string>? Resolve(string who, Turn turn) => who switch
    {
        "tripLeader" => SubjectOf(turn) is { } trip ? [trip.TripLeaderId] : [],
        "participants" => SubjectOf(turn)?.ParticipantIds ?? [],
        "awaitedParticipants" => SubjectOf(turn)?.AwaitedIds ?? [],
        _ => null,
    };

    /// <summary>X-08: the author and everybody who travels.</summary>
    public override IEnumerable<string> Interested(Turn turn) =>
        SubjectOf(turn) is { } trip ? [trip.AuthorId, trip.TripLeaderId, .. trip.ParticipantIds] : [turn.Case.InitiatorId];

    public override CaseDescription Describe(Turn turn)
    {
        var trip = Trip(turn);
        var areas = string.Join(", ", trip.AreaIds.Select(turn.Context.Directory.AreaName));
        var (from, to) = (VietnamTime.ToLocal(trip.DepartsAt), VietnamTime.ToLocal(trip.ReturnsAt));
        return new CaseDescription(LocalText.Of("title.field-trip", $"{areas}, {Days(from, to)}"), trip.Status.ToString(), trip.CaseState)
        {
            TakesPlace = trip.Status == FieldTripStatus.Draft
                ? new Engagement(EngagementKind.Trip)
                : new Engagement(EngagementKind.Trip, Begin(trip), trip.ReturnedAt ?? trip.ReturnsAt)
                {
                    BeganAt = trip.DepartedAt,
                    IsCalledOff = IsNoTrip.Contains(trip.Status),
                },
        };
    }

    // Who is back is busy no longer; who went early may be back before the day that was planned.
    private static DateTime Begin(FieldTrip trip) =>
        trip.ReturnedAt <= trip.DepartsAt && trip.DepartedAt is { } departed ? departed : trip.DepartsAt;

    // In short: 05/03, 05–07/03, 30/03–02/04.
    private static string Days(DateTime from, DateTime to)
    {
        var last = to.ToString("dd/MM", CultureInfo.InvariantCulture);
        if (from.Date == to.Date)
        {
            return last;
        }

        return from.Month == to.Month ? $"{from:dd}–{last}" : $"{from.ToString("dd/MM", CultureInfo.InvariantCulture)}–{last}";
    }

    private static Guid? PlanItemIdOf(JsonObject form) => IdOf(form["planItemId"]);

    private static List<Guid> MeetingsOf(JsonObject form) =>
        [.. (form["meetingIds"] as JsonArray ?? []).Select(m => IdOf(m) ?? Guid.Empty).Distinct()];

    private static Guid? IdOf(JsonNode? node) =>
        node is JsonValue v && v.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? id : null;

    // The item that the trip was made of, once: what follows another trip, or has followed already, stays as it is.
    private static Result FollowItem(FieldTrip trip, Turn turn) =>
        PlanItem(turn) is { State: PlanItemState.Notified } item && item.TripId == trip.CaseId ? item.Follow(trip.CaseState) : Result.Ok;

    /// <summary>The plan's item that the trip is of, as it was looked up for this answer.</summary>
    internal static TripPlanItem? PlanItem(Turn turn) => turn.Related.OfType<TripPlanItem>().FirstOrDefault();

    private static FieldTrip Trip(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no trip.");

    private static ResultReviewInput? LastReview(Turn turn) =>
        turn.Answer is { } answer ? answer.Form.Deserialize<ResultReviewInput>(FormInput.Json) : null;

    private static string[] AreasOf(JsonObject form) =>
        [.. (form["areaIds"] as JsonArray ?? [])
            .Select(a => a is JsonValue v && v.TryGetValue<string>(out var id) ? id : "")
            .Where(a => a.Length > 0)
            .Distinct()];
}
