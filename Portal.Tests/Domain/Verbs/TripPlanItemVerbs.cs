using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.FieldTrips.TripPlanItem, Portal.Domain.FieldTrips.PlanItemState>;

namespace Portal.Tests.Domain.Verbs;

/// <summary>One item of the plan. Who may is asked by the plan and by the trip that is made of it.</summary>
public class TripPlanItemVerbs : EveryVerb<TripPlanItemVerbs, TripPlanItem, PlanItemState>
{
    private static readonly DateTime Monday = Committee.At(new DateTime(2026, 10, 5, 9, 0, 0));
    private static readonly DateOnly Later = new(2026, 10, 15);

    protected override IReadOnlyDictionary<PlanItemState, Func<Stage<TripPlanItem>>> Reach { get; } =
        Enum.GetValues<PlanItemState>().ToDictionary(s => s, s => (Func<Stage<TripPlanItem>>)(() => To(s)));

    protected override IReadOnlyList<Row> Rows =>
    [
        Of("Realise", i => i.Realise(Guid.NewGuid())) with { In = [PlanItemState.Planned], To = _ => PlanItemState.Notified },
        Unreleased("Realise", i => i.Realise(Guid.NewGuid())),
        Of("NoteReminder", i => i.NoteReminder(Later)) with { In = [PlanItemState.Planned] },
        Unreleased("NoteReminder", i => i.NoteReminder(Later)),
        Of("Drop", i => i.Drop("Địa bàn bận họp")) with { In = [PlanItemState.Planned], To = _ => PlanItemState.Dropped },
        Of("Move", i => i.Move(Later, Later, "Địa bàn đề nghị lùi ngày")) with { In = [PlanItemState.Planned] },
        Of("Follow", i => i.Follow(CaseState.Closed)) with { In = [PlanItemState.Notified], To = _ => PlanItemState.Done },
        Of("Follow", i => i.Follow(CaseState.Cancelled)) with
        {
            When = "its trip came to nothing", In = [PlanItemState.Notified], To = _ => PlanItemState.Dropped,
        },
        Of("Follow", i => i.Follow(CaseState.Open)) with
        {
            When = "its trip is under way", NotNowIn = new Dictionary<PlanItemState, string>
            {
                [PlanItemState.Notified] = "Common.NotInThisState",
            },
        },
    ];

    protected override PlanItemState StateOf(TripPlanItem scene) => scene.State;

    protected override int VersionOf(TripPlanItem scene) => scene.Version;

    private static Row Of(string verb, Func<TripPlanItem, Result> act) => new(verb, (item, _) => act(item))
    {
        IsImpersonal = true,
        NotNow = "Plan.ItemNotOpen",
    };

    private static Row Unreleased(string verb, Func<TripPlanItem, Result> act) => Of(verb, act) with
    {
        When = "its plan is not acknowledged",
        From = new Dictionary<PlanItemState, Func<Stage<TripPlanItem>>>
        {
            [PlanItemState.Planned] = () => new(MonthlyTripPlanVerbs.To(TripPlanStatus.Submitted).Items[0], Monday),
        },
        NotNowIn = new Dictionary<PlanItemState, string> { [PlanItemState.Planned] = "Plan.ItemNotReleased" },
    };

    private static Stage<TripPlanItem> To(PlanItemState state)
    {
        var item = MonthlyTripPlanVerbs.To(TripPlanStatus.Acknowledged).Items[0];
        switch (state)
        {
            case PlanItemState.Planned:
                break;
            case PlanItemState.Dropped:
                item.Drop("Địa bàn bận họp").Must();
                break;
            case PlanItemState.Notified:
                item.Realise(Guid.NewGuid()).Must();
                break;
            default:
                item.Realise(Guid.NewGuid()).Must();
                item.Follow(CaseState.Closed).Must();
                break;
        }

        return new Stage<TripPlanItem>(item, Monday);
    }
}
