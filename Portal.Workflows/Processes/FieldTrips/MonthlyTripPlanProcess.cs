using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Processes.FieldTrips.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: ties the steps of <c>monthly-trip-plan.json</c> to <see cref="MonthlyTripPlan"/>.</summary>
public sealed class MonthlyTripPlanProcess() : Process<MonthlyTripPlan>(
    ProcessKey, "KH", PlanForms.All,
    [
        new SubmitPlan(), new AcknowledgePlan(OpinionDemand.None, "Acknowledge"),
        new AcknowledgePlan(OpinionDemand.OpinionOrDirective, "AcknowledgeWithDirective"), new ReturnPlan(), new RejectPlan(),
        new DropPlanItem(), new MovePlanItem(),
    ])
{
    public const string ProcessKey = "monthly-trip-plan";

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-TRIP-01"] = "Đ8.1",
        ["R-PLAN-01"] = "Đ8.1",
    };

    /// <summary>F1: an item names cases of its own group only.</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        var named = (answer.Form["items"] as JsonArray ?? []).Select((r, i) => (Row: i, Cases: RelatedOf(r)))
            .Where(r => r.Cases.Length > 0)
            .ToList();
        if (named.Count == 0)
        {
            return Nothing;
        }

        var (ids, group) = (named.SelectMany(r => r.Cases).Distinct().ToList(), turn.Case.GroupId);
        var known = (await store.WhereAsync<Case>(c => ids.Contains(c.Id) && c.GroupId == group, cancellation))
            .Select(c => c.Id)
            .ToHashSet();
        return named.Find(r => !r.Cases.All(known.Contains)) is { Cases: not null } strange
            ? Refusal.Invalid([new FieldError($"items[{strange.Row}].relatedCases", "Plan.RelatedUnknown")])
            : Nothing;
    }

    private static Guid[] RelatedOf(JsonNode? row) =>
        [.. ((row as JsonObject)?["relatedCases"] as JsonArray ?? [])
            .Select(c => Guid.TryParse(c?.ToString(), out var id) ? id : Guid.Empty)];

    public override JsonObject Known(FormOpening opening) => PlanPrefill.Of(opening);

    public override Conduct Conduct { get; } = new MonthlyTripPlanConduct();

    /// <summary>R-PLAN-01: opened by the calendar, one for each group and month: for the running month, from day <c>Plan.OpenDay</c> on for
    /// the next.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByCalendar(
            CalendarOwner.Group, Months, MonthlyTripPlan.Open) { InsteadOfByHand = MonthlyTripPlanRefusals.OpenedByCalendar },
    ];

    private static IEnumerable<DateOnly> Months(CaseContext context)
    {
        var month = new DateOnly(context.Today.Year, context.Today.Month, 1);
        yield return month;
        if (context.Today.Day >= context.Settings.Int("Plan.OpenDay"))
        {
            yield return month.AddMonths(1);
        }
    }

    /// <summary>The month is over: the plan is closed.</summary>
    public override Result TimeOut(string stepId, Turn turn) => Result.Ok;

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var plan = Plan(turn);
        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = plan.Status.ToString(),
            ["NoTrip"] = plan.NoTrip,
            ["ItemCount"] = plan.Items.Count,
            ["SubmitBy"] = Iso(SubmitBy(plan.Month, turn.Context)),
            ["MonthEndsAt"] = Iso(VietnamTime.StartOf(plan.Month.AddMonths(1))),
        };
    }

    /// <summary>Day <c>Plan.SubmitDay</c> of the month before, the working day before it when it is none; a plan that is opened later gets
    /// two working days.</summary>
    public static DateTime SubmitBy(DateOnly month, CaseContext context)
    {
        var before = month.AddMonths(-1);
        var day = Math.Min(context.Settings.Int("Plan.SubmitDay"), DateTime.DaysInMonth(before.Year, before.Month));
        var due = context.Calendar.EndOfWork(context.Calendar.OnOrBefore(new DateOnly(before.Year, before.Month, day)));
        var soonest = context.Calendar.DueInWorkingDays(context.Now, 2);
        return due < context.Now ? soonest : due;
    }

    public override Refusal? Check(string rule, Turn turn) => Plan(turn).Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store) =>
        act == "close" ? Plan(turn).Close() : CommonRefusals.UnknownAct(act);

    public override IEnumerable<string>? Resolve(string who, Turn turn) =>
        who == "participants" ? Plan(turn).Items.SelectMany(i => i.Content.ParticipantIds ?? []).Distinct() : null;

    /// <summary>X-08: who wrote it. A leader who is on one of its trips may still see the plan as a whole; the trip itself somebody else
    /// decides.</summary>
    public override IEnumerable<string> Interested(Turn turn) => Plan(turn).AuthorId is { Length: > 0 } author ? [author] : [];

    public override CaseDescription Describe(Turn turn)
    {
        var plan = Plan(turn);
        var group = turn.Context.Directory.Group(plan.GroupId)?.Name ?? plan.GroupId;
        var month = plan.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
        return new CaseDescription(LocalText.Of("title.monthly-trip-plan", month, group), plan.Status.ToString(), plan.CaseState);
    }

    private static MonthlyTripPlan Plan(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no plan.");
}
