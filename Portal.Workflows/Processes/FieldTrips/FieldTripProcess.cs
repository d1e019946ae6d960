using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>P1, đi báo việc – về báo công: ties the steps of <c>field-trip.json</c> to <see cref="FieldTrip"/>.</summary>
public sealed class FieldTripProcess() : Process<FieldTrip>(ProcessKey, "CT", TripForms.All)
{
    public const string ProcessKey = "field-trip";

    /// <summary>Id of the step in which the trip is reported (báo công).</summary>
    public const string ResultStep = "result";

    // Building a validator compiles its rules: each is built once.
    private static readonly DepartureValidator DepartureRules = new();
    private static readonly ExtensionValidator ExtensionRules = new();
    private static readonly ReasonValidator OptionalReasonRules = new(required: false);
    private static readonly OralReportFormValidator OralReportFormRules = new();
    private static readonly PriorContactValidator PriorContactRules = new();
    private static readonly ReasonValidator ReasonRules = new();
    private static readonly TripCancelValidator TripCancelRules = new();
    private static readonly TripChangeValidator TripChangeRules = new();
    private static readonly TripNotesValidator TripNotesRules = new();
    private static readonly TripNoticeValidator TripNoticeRules = new();
    private static readonly TripResultValidator TripResultRules = new();
    private static readonly LeaderOpinionValidator LeaderOpinionRules = new(opinionRequired: true);
    private static readonly LeaderOpinionValidator OptionalLeaderOpinionRules = new(opinionRequired: false);
    private static readonly ResultReviewValidator ResultReviewRules = new(opinionRequired: true);
    private static readonly ResultReviewValidator OptionalResultReviewRules = new(opinionRequired: false);

    /// <summary>R-TRIP-* [Q] with the clauses that demand them.</summary>
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-TRIP-01"] = "Đ8.1",
        ["R-TRIP-02"] = "Đ7.A.5",
        ["R-TRIP-03"] = "Đ9.2",
        ["R-TRIP-05"] = "Đ7.A.5",
    };

    public override JsonObject Known(FormOpening opening) => TripPrefill.Of(opening);

    /// <summary>Members of a monitoring group report their trips.</summary>
    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Any() ? null : Refusal.NotAllowed("Trip.OnlyMembers", "Đ2.3");

    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        var areas = AreasOf(form);
        var groups = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToList();
        var group = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).FirstOrDefault(g => g is not null && groups.Contains(g)) ?? groups.FirstOrDefault();
        return group is null ? Refusal.NotAllowed("Trip.OnlyMembers", "Đ2.3") : (group, areas);
    }

    /// <summary>The plan's item that the notice is of, when it is not ad hoc; at the end of a trip, the item that it was of.</summary>
    public override async Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation)
    {
        if (answer.FormKey == "trip-notice" && MeetingsOf(answer.Form) is { Count: > 0 } meetings)
        {
            // E-T11: only meetings that the group itself attends.
            var group = file.Case.GroupId;
            var known = await store.WhereAsync<Case>(c => meetings.Contains(c.Id) && c.ProcessKey == MeetingAttendance.ProcessKey && c.GroupId == group, cancellation);
            if (known.Count != meetings.Count)
            {
                return Refusal.Invalid([new FieldError("meetingIds", "Trip.MeetingUnknown", "Đ7.A.5")]);
            }
        }

        var wanted = answer.FormKey == "trip-notice" && answer.Form["planItemId"] is JsonValue v && v.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? id
            : SubjectOf(file)?.Notice.PlanItemId;
        if (wanted is not { } itemId)
        {
            return null;
        }

        var items = await store.WhereAsync<TripPlanItem>(i => i.Id == itemId, cancellation);
        file.Related = items;
        return items.Count == 0 ? Refusal.Invalid([new FieldError("planItemId", "Plan.NoSuchItemHere", "Đ8.1")])
            : items[0].TripId == file.Case.Id ? null
            : items[0].WhyNotNotifiable(file.Case.GroupId) is not { } refusal ? null
            : Refusal.Invalid([new FieldError("planItemId", refusal.Code == "Common.NotFound" ? "Plan.NoSuchItemHere" : refusal.Code, "Đ8.1", refusal.Args)]);
    }

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context)
    {
        var applied = ApplyVerb(answer, file, context);
        return applied.IsSuccess && SubjectOf(file) is { IsEnded: true } ended
            && FollowItem(ended, file) is { IsSuccess: false } refused ? refused.Refusal : applied;
    }

    private static Result<StepEffect> ApplyVerb(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("trip-notice", "Submit") => Submit(answer, file, context),
        ("leader-opinion", "Acknowledge") => Opinion(answer, required: false, t => t.Acknowledge(context), file, context),
        ("leader-opinion", "AcknowledgeWithDirective") => Opinion(answer, required: true, t => t.Acknowledge(context), file, context),
        ("leader-opinion", "Return") => Opinion(answer, required: true, t => t.ReturnForChange(context), file, context),
        ("leader-opinion", "Decline") => Opinion(answer, required: true, t => t.Decline(context), file, context),
        ("oral-report", _) => With(answer, OralReportFormRules, i => Trip(file).RecordOralReport(i, context)),
        ("reason", "ConfirmOral") => With(answer, OptionalReasonRules, _ => Trip(file).ConfirmOralReport(context), Decided),
        ("reason", "DisputeOral") => With(answer, ReasonRules, _ => Trip(file).DisputeOralReport(context), Decided),
        ("reason", "Withdraw") => With(answer, ReasonRules, _ => Trip(file).Withdraw(context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "participants")),
        ("reason", "NotTaken") => With(answer, ReasonRules, _ => Trip(file).MarkNotTaken(context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "participants")),
        ("trip-cancel", _) => With(answer, TripCancelRules, _ => Trip(file).Cancel(context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "participants", "groupLead")),
        ("prior-contact", _) => With(answer, PriorContactRules, i => Trip(file).RecordPriorContact(i, context)),
        ("trip-change", _) => With(answer, TripChangeRules, i => Changed(i, file, context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "participants")),
        ("trip-departure", _) => With(answer, DepartureRules, i => Departed(i, file, context)),
        ("trip-notes", _) => With(answer, TripNotesRules, i => Trip(file).End(VietnamTime.ToUtc(i.ReturnedAt!.Value), context), i => new StepEffect { Files = i.Files ?? [] }),
        ("trip-result", "Submit") => With(answer, TripResultRules, i => Trip(file).SubmitResult(i, context), i => Reported(i)),
        ("trip-extension", _) => With(answer, ExtensionRules, i => Trip(file).Extend(i, context), _ => Tell(NotificationKind.Changed, "tripLeader")),
        ("result-review", "Acknowledge") => Review(answer, required: false, t => t.AcknowledgeResult(context), file, context),
        ("result-review", "AcknowledgeWithDirective") => Review(answer, required: true, t => t.AcknowledgeResult(context), file, context),
        ("result-review", "RequestSupplement") => Review(answer, required: true, t => t.RequestSupplement(context), file, context),
        ("result-review", "ForwardToHead") => Review(answer, required: false, t => t.ForwardToHead(context), file, context),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

    /// <summary>Step 8 is open-ended for nobody: a day after the planned end the trip counts as ended then.</summary>
    public override Result TimeOut(string stepId, CaseFile file, CaseContext context)
    {
        var trip = Trip(file);
        return trip.End(trip.ReturnsAt < trip.DepartedAt ? trip.DepartedAt.Value : trip.ReturnsAt, context);
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        var facts = new Dictionary<string, JsonNode?> { ["NoticeMode"] = context.Settings.Text("Trip.NoticeMode") };
        if (SubjectOf(file) is { } trip)
        {
            facts["Status"] = trip.Status.ToString();
            facts["AdHoc"] = trip.IsAdHoc;
            facts["OralNotice"] = trip.OralClears;
            facts["Cleared"] = trip.Check("R-TRIP-06", context) is null;
            facts["Contacted"] = trip.Check("R-TRIP-03", context) is null;
            facts["ContactRecorded"] = trip.PriorContact is not null;
            facts["MaterialChange"] = trip.LastChangeIsMaterial;
            facts["Days"] = (int)(VietnamTime.DayOf(trip.ReturnsAt).DayNumber - VietnamTime.DayOf(trip.DepartsAt).DayNumber) + 1;
            facts["AreaCount"] = trip.AreaIds.Count;
            facts["DepartsAt"] = Iso(trip.DepartsAt);
            facts["ReturnsAt"] = Iso(trip.ReturnsAt);
            facts["NotesEndAt"] = Iso(trip.ReturnsAt.AddDays(1));
            facts["ContactBy"] = Iso(trip.DepartsAt);
            facts["ResultDueAt"] = trip.ResultDueAt is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, CaseFile file, CaseContext context) =>
        SubjectOf(file) is { } trip ? trip.Check(rule, context) : new Refusal("Trip.NoNotice", "Đ7.A.5");

    public override Result Act(string act, CaseFile file, CaseContext context, IWorkStore store)
    {
        if (act != "close")
        {
            return new Refusal("Common.UnknownAct", null, act);
        }

        var trip = Trip(file);
        var closed = trip.Close(LastReview(file), context);
        if (!closed.IsSuccess)
        {
            return closed.Refusal;
        }

        if (FollowItem(trip, file) is { IsSuccess: false } refused)
        {
            return refused;
        }

        foreach (var record in closed.Value.Items.Cast<object>().Concat(closed.Value.Contacts).Concat(closed.Value.Issues))
        {
            store.Add(record);
        }

        return Result.Ok;
    }

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => who switch
    {
        "tripLeader" => SubjectOf(file) is { } trip ? [trip.TripLeaderId] : [],
        "participants" => SubjectOf(file)?.ParticipantIds ?? [],
        _ => null,
    };

    /// <summary>X-08: the author and everybody who travels.</summary>
    public override IEnumerable<string> Interested(CaseFile file) =>
        SubjectOf(file) is { } trip ? [trip.AuthorId, trip.TripLeaderId, .. trip.ParticipantIds] : [file.Case.InitiatorId];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var trip = Trip(file);
        var areas = string.Join(", ", trip.AreaIds.Select(context.Directory.AreaName));
        var (from, to) = (VietnamTime.ToLocal(trip.DepartsAt), VietnamTime.ToLocal(trip.ReturnsAt));
        var days = from.Date == to.Date ? from.ToString("dd/MM", CultureInfo.InvariantCulture)
            : from.Month == to.Month ? $"{from:dd}–{to.ToString("dd/MM", CultureInfo.InvariantCulture)}"
            : $"{from.ToString("dd/MM", CultureInfo.InvariantCulture)}–{to.ToString("dd/MM", CultureInfo.InvariantCulture)}";
        return ($"Đi báo việc: {areas}, {days}", trip.Status.ToString(), trip.CaseState);
    }

    private static List<Guid> MeetingsOf(JsonObject form) =>
        form["meetingIds"] is JsonArray array ? [.. array.Select(a => a is JsonValue v && v.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct()] : [];

    // The item that the trip was made of, once: what follows another trip, or has followed already, stays as it is.
    private static Result FollowItem(FieldTrip trip, CaseFile file) =>
        PlanItem(file) is { State: PlanItemState.Notified } item && item.TripId == trip.CaseId ? item.Follow(trip.CaseState) : Result.Ok;

    private static TripPlanItem? PlanItem(CaseFile file) => file.Related.OfType<TripPlanItem>().FirstOrDefault();

    private static FieldTrip Trip(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no trip.");

    private static Result<StepEffect> Submit(StepAnswer answer, CaseFile file, CaseContext context) => With(
        answer,
        TripNoticeRules,
        input =>
        {
            if (SubjectOf(file) is { } existing)
            {
                var again = existing.Resubmit(input with { PlanItemId = existing.Notice.PlanItemId }, context);
                if (again.IsSuccess)
                {
                    Follow(existing, file);
                }

                return again;
            }

            var made = FieldTrip.Notify(file.Case.Id, file.Case.GroupId, input, context);
            if (!made.IsSuccess)
            {
                return made;
            }

            file.Subject = made.Value;
            Follow(made.Value, file);
            return PlanItem(file)?.Realise(file.Case.Id) ?? Result.Ok;
        },
        input => new StepEffect { Files = input.Files ?? [] });

    private static void Follow(FieldTrip trip, CaseFile file)
    {
        file.Case.SetAreas(trip.AreaIds);
        file.Case.SetParticipants(trip.ParticipantIds);
    }

    private static Result Changed(TripChangeInput input, CaseFile file, CaseContext context)
    {
        var changed = Trip(file).Change(input, context);
        if (changed.IsSuccess)
        {
            file.Case.SetParticipants(Trip(file).ParticipantIds);
        }

        return changed;
    }

    private static Result Departed(DepartureInput input, CaseFile file, CaseContext context)
    {
        var departed = Trip(file).Depart(input, context);
        if (departed.IsSuccess)
        {
            file.Case.SetParticipants(Trip(file).ParticipantIds);
        }

        return departed;
    }

    private static Result<StepEffect> Opinion(StepAnswer answer, bool required, Func<FieldTrip, Result> verb, CaseFile file, CaseContext context) => With(
        answer,
        required ? LeaderOpinionRules : OptionalLeaderOpinionRules,
        _ => verb(Trip(file)),
        input => new StepEffect
        {
            IsDecision = true,
            Opinion = input.Opinion ?? "",
            Children = [.. DirectiveTasks.From(input.Directives, file)],
            Tell = [(NotificationKind.Decision, ["initiator", "tripLeader", "participants"])],
        });

    private static Result<StepEffect> Review(StepAnswer answer, bool required, Func<FieldTrip, Result> verb, CaseFile file, CaseContext context) => With(
        answer,
        required ? ResultReviewRules : OptionalResultReviewRules,
        input =>
        {
            var count = Trip(file).Result?.Items?.Length ?? 0;
            var bad = Array.FindIndex(input.ItemDirections ?? [], d => d.Item < 1 || d.Item > count);
            return bad >= 0 ? Refusal.Invalid([new FieldError($"itemDirections[{bad}].item", "Trip.NoSuchItem")]) : verb(Trip(file));
        },
        input => new StepEffect
        {
            IsDecision = true,
            Opinion = input.Opinion ?? "",
            Children = [.. DirectiveTasks.From(input.Directives, file)],
            Tell = [(NotificationKind.Decision, ["tripLeader", "participants"])],
        });

    // R-RPT-04 [Q] Đ7.A.4: what is flagged goes to the head at once, not when the trip is closed.
    private static StepEffect Reported(TripResultInput input)
    {
        var forHead = (input.Issues ?? []).Any(i => i.DemocraticCentralism == true || i.LeadershipUnity == true || i.PersonnelOfStandingCommittee == true);
        var urgent = (input.Items ?? []).Any(i => i.Level == ReportItemLevel.Urgent) || input.Cooperation == Cooperation.Obstructed;
        var restricted = input.ConcernsPersonnel == true || input.Issues is { Length: > 0 } || (input.Items ?? []).Any(i => i.ConcernsPersonnel == true);
        List<(NotificationKind, IReadOnlyList<string>)> tell = [];
        if (forHead)
        {
            tell.Add((NotificationKind.ForHead, ["head"]));
        }

        if (urgent)
        {
            tell.Add((NotificationKind.UrgentItem, ["leaderInCharge"]));
        }

        return new StepEffect { Files = input.Files ?? [], Sensitivity = restricted ? Sensitivity.Restricted : Sensitivity.Normal, Tell = tell };
    }

    private static StepEffect Decided(ReasonInput input) => new()
    {
        IsDecision = true,
        Opinion = input.Reason ?? "",
        Tell = [(NotificationKind.Decision, ["groupLead", "tripLeader"])],
    };

    private static ResultReviewInput? LastReview(CaseFile file) => file.LastForm is { } json ? json.Deserialize<ResultReviewInput>(FormInput.Json) : null;

    private static string[] AreasOf(JsonObject form) =>
        form["areaIds"] is JsonArray array ? [.. array.Select(a => a is JsonValue v && v.TryGetValue<string>(out var id) ? id : "").Where(a => a.Length > 0).Distinct()] : [];
}
