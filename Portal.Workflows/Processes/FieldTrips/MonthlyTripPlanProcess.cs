using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: ties the steps of <c>monthly-trip-plan.json</c> to <see cref="MonthlyTripPlan"/>.</summary>
public sealed class MonthlyTripPlanProcess() : Process<MonthlyTripPlan>(ProcessKey, "KH", PlanForms.All)
{
    public const string ProcessKey = "monthly-trip-plan";

    private static readonly TripPlanValidator PlanRules = new();
    private static readonly PlanOpinionValidator OpinionRules = new(opinionRequired: true);
    private static readonly PlanOpinionValidator OptionalOpinionRules = new(opinionRequired: false);
    private static readonly PlanItemDropValidator DropRules = new();
    private static readonly PlanItemMoveValidator MoveRules = new();

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-TRIP-01"] = "Đ8.1",
        ["R-PLAN-01"] = "Đ8.1",
    };

    public override JsonObject Known(FormOpening opening) => PlanPrefill.Of(opening);

    /// <summary>Opened by the calendar, one for each group and month.</summary>
    public override Refusal? WhyNotStartable(CaseContext context) => Refusal.NotAllowed("Plan.OpenedByCalendar", "Đ8.1");

    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context) => Refusal.NotAllowed("Plan.OpenedByCalendar", "Đ8.1");

    public override Dispatched? ByCalendar(string groupId, DateOnly day) => new(groupId, [], id => MonthlyTripPlan.Open(id, groupId, day));

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("trip-plan", "Submit") => With(answer, PlanRules, i => Submit(i, file, context)),
        ("plan-opinion", "Acknowledge") => Opinion(answer, OptionalOpinionRules, i => Plan(file).Acknowledge(i, context), file),
        ("plan-opinion", "AcknowledgeWithDirective") => Opinion(answer, OpinionRules, i => Plan(file).Acknowledge(i, context), file),
        ("plan-opinion", "Return") => Opinion(answer, OpinionRules, i => Plan(file).Return(i, context), file),
        ("plan-opinion", "Decline") => Opinion(answer, OpinionRules, i => Plan(file).Reject(i, context), file),
        ("plan-item-drop", _) => With(answer, DropRules, i => Plan(file).Drop(i, context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "participants")),
        ("plan-item-move", _) => With(answer, MoveRules, i => Plan(file).Move(i, context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "participants")),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

    /// <summary>The month is over: the plan is closed.</summary>
    public override Result TimeOut(string stepId, CaseFile file, CaseContext context) => Result.Ok;

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        var plan = Plan(file);
        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = plan.Status.ToString(),
            ["NoTrip"] = plan.NoTrip,
            ["ItemCount"] = plan.Items.Count,
            ["SubmitBy"] = Iso(SubmitBy(plan.Month, context)),
            ["MonthEndsAt"] = Iso(VietnamTime.ToUtc(plan.Month.AddMonths(1).ToDateTime(TimeOnly.MinValue))),
        };
    }

    /// <summary>Day <c>Plan.SubmitDay</c> of the month before, the working day before it when it is none; a plan that is opened later gets two working days.</summary>
    public static DateTime SubmitBy(DateOnly month, CaseContext context)
    {
        var before = month.AddMonths(-1);
        var day = Math.Min(context.Settings.Int("Plan.SubmitDay"), DateTime.DaysInMonth(before.Year, before.Month));
        var due = context.Calendar.EndOfWork(context.Calendar.OnOrBefore(new DateOnly(before.Year, before.Month, day)));
        var soonest = context.Calendar.DueInWorkingDays(context.Now, 2);
        return due < context.Now ? soonest : due;
    }

    public override Refusal? Check(string rule, CaseFile file, CaseContext context) => Plan(file).Check(rule);

    public override Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) =>
        act == "close" ? Plan(file).Close() : new Refusal("Common.UnknownAct", null, act);

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) =>
        who == "participants" ? Plan(file).Items.SelectMany(i => i.Content.ParticipantIds ?? []).Distinct() : null;

    /// <summary>X-08: who wrote it. A leader who is on one of its trips may still see the plan as a whole; the trip itself somebody else decides.</summary>
    public override IEnumerable<string> Interested(CaseFile file) => Plan(file).AuthorId is { Length: > 0 } author ? [author] : [];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var plan = Plan(file);
        var group = context.Directory.Group(plan.GroupId)?.Name ?? plan.GroupId;
        return ($"Kế hoạch đi địa bàn tháng {plan.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture)}: {group}", plan.Status.ToString(), plan.CaseState);
    }

    private static MonthlyTripPlan Plan(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no plan.");

    private static Result Submit(TripPlanInput input, CaseFile file, CaseContext context)
    {
        var plan = Plan(file);
        var submitted = plan.Submit(input, context);
        if (submitted.IsSuccess)
        {
            file.Case.SetAreas(plan.AreaIds);
            file.Case.SetParticipants(plan.Items.SelectMany(i => i.Content.ParticipantIds ?? []));
        }

        return submitted;
    }

    private static Result<StepEffect> Opinion(StepAnswer answer, PlanOpinionValidator rules, Func<PlanOpinionInput, Result> verb, CaseFile file) => With(
        answer,
        rules,
        verb,
        input => new StepEffect
        {
            IsDecision = true,
            Opinion = input.Opinion ?? "",
            Children = [.. DirectiveTasks.From(input.Directives, file)],
            Tell = [(NotificationKind.Decision, ["groupLead", "participants"])],
        });
}
