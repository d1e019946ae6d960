using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>
/// Kế hoạch đi địa bàn tháng (Đ8.1): one for each active group and month (R-PLAN-01), opened by the calendar, filled in by the
/// lead, seen by the leader in charge. Its trips start from its items.
/// </summary>
public sealed class MonthlyTripPlan : ICaseSubject
{
    private readonly List<TripPlanItem> _items = [];

    private MonthlyTripPlan()
    {
    }

    public Guid CaseId { get; private init; }

    public string GroupId { get; private init; } = "";

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private init; }

    public TripPlanStatus Status { get; private set; }

    public string AuthorId { get; private set; } = "";

    public DateTime? SubmittedAt { get; private set; }

    public TripPlanInput Content { get; private set; } = new();

    public IReadOnlyList<TripPlanItem> Items => [.. _items.OrderBy(i => i.Number)];

    public int Version { get; private set; }

    public bool NoTrip => Content.NoTrip == true;

    public CaseState CaseState => Status == TripPlanStatus.Superseded ? CaseState.Closed : CaseState.Open;

    public IReadOnlyList<string> AreaIds => [.. (Content.Items ?? []).SelectMany(i => i.AreaIds ?? []).Distinct()];

    public static MonthlyTripPlan Open(Guid caseId, string groupId, DateOnly month) =>
        new() { CaseId = caseId, GroupId = groupId, Month = new DateOnly(month.Year, month.Month, 1), Version = 1 };

    /// <summary>Step 2. R-TRIP-01 [Q]: every item has content, time and place.</summary>
    public Result Submit(TripPlanInput input, CaseContext context)
    {
        if (Status is not (TripPlanStatus.Draft or TripPlanStatus.Returned or TripPlanStatus.Rejected))
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        var errors = new List<FieldError>();
        var inputs = input.Items ?? [];
        for (var i = 0; i < inputs.Length; i++)
        {
            Check(errors, $"items[{i}]", inputs[i], context);
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        // Released items belong to an acknowledged plan and stay; a plan that was never acknowledged starts its list anew.
        _items.Clear();
        _items.AddRange(inputs.Select((item, i) => TripPlanItem.From(this, i + 1, item)));
        (Content, Status, AuthorId, SubmittedAt) = (input, TripPlanStatus.Submitted, context.Actor.PersonId, context.Now);
        return Done();
    }

    public Result Acknowledge(PlanOpinionInput input, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        if (WhyNotItems(input.ItemOpinions) is { } wrong)
        {
            return wrong;
        }

        var opinions = input.ItemOpinions ?? [];
        _items.ForEach(item => item.Release(Array.FindLast(opinions, o => o.Item == item.Number)?.Text));
        Status = TripPlanStatus.Acknowledged;
        return Done();
    }

    /// <summary>E-T1: back to the lead with reasons.</summary>
    public Result Return(PlanOpinionInput input, CaseContext context) => SendBack(TripPlanStatus.Returned, input, context);

    /// <summary>Whole or per item; the lead plans anew.</summary>
    public Result Reject(PlanOpinionInput input, CaseContext context) => SendBack(TripPlanStatus.Rejected, input, context);

    /// <summary>Strikes an item off, with a reason (step 4, <c>PlanItemDropped</c>).</summary>
    public Result Drop(PlanItemDropInput input, CaseContext context)
    {
        if (Status != TripPlanStatus.Acknowledged)
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        return Item(input.Item) is not { } item ? NoSuchItem() : AfterItem(item.Drop(input.Reason ?? ""));
    }

    /// <summary>Moves an item to another date (step 4, <c>Dời</c>).</summary>
    public Result Move(PlanItemMoveInput input, CaseContext context)
    {
        if (Status != TripPlanStatus.Acknowledged)
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        if (Item(input.Item) is not { } item)
        {
            return NoSuchItem();
        }

        return input.DateFrom < context.Today
            ? Refusal.Invalid([new FieldError("dateFrom", "Common.InPast")])
            : AfterItem(item.Move(input.DateFrom!.Value, input.DateTo!.Value, input.Reason ?? ""));
    }

    /// <summary>The month is over.</summary>
    public Result Close()
    {
        if (Status != TripPlanStatus.Acknowledged)
        {
            return NotNow();
        }

        Status = TripPlanStatus.Superseded;
        return Done();
    }

    public Refusal? Check(string rule) => rule switch
    {
        "R-TRIP-01" => Content.IsStub() || NoTrip || (_items.Count > 0 && _items.TrueForAll(i => i.IsComplete))
            ? null
            : MonthlyTripPlanRefusals.ItemIncomplete,
        "R-PLAN-01" => WhyNotPlanned(),
        _ => CommonRefusals.UnknownGuard(rule),
    };

    // R-PLAN-01: a month has trips, or a reason why it has none.
    private Refusal? WhyNotPlanned()
    {
        if (NoTrip)
        {
            return string.IsNullOrWhiteSpace(Content.NoTripReason) && !Content.IsStub()
                ? MonthlyTripPlanRefusals.NoTripReason
                : null;
        }

        return _items.Count > 0 ? null : MonthlyTripPlanRefusals.Empty;
    }

    /// <summary>X-08: nobody decides on a plan of one's own.</summary>
    public Refusal? WhyNotDecidable(CaseContext context)
    {
        if (Status != TripPlanStatus.Submitted)
        {
            return NotNow();
        }

        if (context.Actor.PersonId == AuthorId || context.PrincipalId == AuthorId)
        {
            return MonthlyTripPlanRefusals.OwnPlan;
        }

        return MayDecide(context) ? null : Refusal.Forbidden;
    }

    // As for a trip: who is in charge of the group or of an area of the plan, the standing deputy, the head.
    private bool MayDecide(CaseContext context) =>
        context.PrincipalId == context.Directory.Head(context.Today)
        || context.PrincipalId == context.Directory.StandingDeputy(context.Today)
        || context.PrincipalId == context.Directory.LeaderInCharge(null, GroupId, context.Today)
        || AreaIds.Any(a => context.PrincipalId == context.Directory.LeaderInCharge(a, GroupId, context.Today));

    /// <summary>The lead draws the plan up; members may take part in it (step 2).</summary>
    private Refusal? WhyNotOfGroup(CaseContext context) =>
        context.WhyNotSomebody() ?? (context.IsForMemberOf(GroupId) ? null : Refusal.Forbidden);

    private void Check(List<FieldError> errors, string path, TripPlanItemInput item, CaseContext context)
    {
        foreach (var (area, i) in (item.AreaIds ?? []).Select((a, i) => (a, i)))
        {
            if (context.Directory.Area(area) is not { } known || !Organisation.EffectiveDating.IsValidOn(known, item.DateFrom!.Value)
                || context.Directory.GroupOfArea(area, item.DateFrom!.Value) != GroupId)
            {
                errors.Add(FieldTripRefusals.AreaNotValid($"{path}.areaIds[{i}]", area, item.DateFrom!.Value, context.Directory));
            }
        }

        foreach (var person in item.ParticipantIds ?? [])
        {
            if (context.Directory.Person(person) is not { } known || !Organisation.EffectiveDating.IsValidOn(known, context.Today))
            {
                errors.Add(new FieldError($"{path}.participantIds", "Common.UnknownPerson", null, person));
            }
        }
    }

    private Result SendBack(TripPlanStatus status, PlanOpinionInput input, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        if (WhyNotItems(input.ItemOpinions) is { } wrong)
        {
            return wrong;
        }

        Status = status;
        return Done();
    }

    private Refusal? WhyNotItems(PlanItemOpinion[]? opinions)
    {
        var bad = Array.FindIndex(opinions ?? [], o => Item(o.Item) is null);
        return bad < 0 ? null : Refusal.Invalid([new FieldError($"itemOpinions[{bad}].item", "Plan.NoSuchItem", null, _items.Count)]);
    }

    private TripPlanItem? Item(int? number) => _items.Find(i => i.Number == number);

    private Refusal NoSuchItem() => Refusal.Invalid([new FieldError("item", "Plan.NoSuchItem", null, _items.Count)]);

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result AfterItem(Result result) => result.IsSuccess ? Done() : result;

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
