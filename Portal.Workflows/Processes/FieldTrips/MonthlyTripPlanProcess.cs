using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Processes.FieldTrips.Steps;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: ties the steps of <c>monthly-trip-plan.json</c> to <see cref="MonthlyTripPlan"/>.</summary>
public sealed class MonthlyTripPlanProcess() : Process<MonthlyTripPlan>(
    ProcessKey, "KH", PlanForms.All,
    [
        new SubmitPlan(), new AcknowledgePlan(opinionRequired: false, "Acknowledge"),
        new AcknowledgePlan(opinionRequired: true, "AcknowledgeWithDirective"), new ReturnPlan(), new RejectPlan(),
        new DropPlanItem(), new MovePlanItem(),
    ])
{
    public const string ProcessKey = "monthly-trip-plan";

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-TRIP-01"] = "Đ8.1",
        ["R-PLAN-01"] = "Đ8.1",
    };

    public override JsonObject Known(FormOpening opening) => PlanPrefill.Of(opening);

    /// <summary>Opened by the calendar, one for each group and month.</summary>
    public override Refusal? WhyNotStartable(CaseContext context) => MonthlyTripPlanRefusals.OpenedByCalendar;

    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context) => MonthlyTripPlanRefusals.OpenedByCalendar;

    public override Dispatched? ByCalendar(string groupId, DateOnly day) => new(groupId, [], id => MonthlyTripPlan.Open(id, groupId, day));

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
        act == "close" ? Plan(file).Close() : CommonRefusals.UnknownAct(act);

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
}
