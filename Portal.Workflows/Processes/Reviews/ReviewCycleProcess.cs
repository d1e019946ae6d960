using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Processes.Reviews.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>P3, the annual cycle: ties the steps of <c>review-suggestion-annual.json</c> to <see cref="ReviewCycle"/>.</summary>
public sealed class ReviewCycleProcess() : Process<ReviewCycle>(
    ProcessKey, "KD", ReviewForms.OfCycle,
    [
        new DraftCycle(), new OpenCycle(), new ReturnCycle(), new SubmitDossier(), new LookAgain(), new OverrideQuota(),
        new RescheduleCycle(), new CancelCycle(), new SendDossier(), new CloseCycle(),
    ])
{
    public const string ProcessKey = ReviewCycle.ProcessKey;

    /// <summary>Forms whose steps look at what the areas propose.</summary>
    private static readonly HashSet<string> LooksAtAreas =
        [ReviewForms.Dossier.Key, ReviewForms.Again.Key, ReviewForms.Reschedule.Key, ReviewForms.Sent.Key];

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } =
        new Dictionary<string, string> { ["R-REV-02"] = "Đ7.B.4" };

    public override Conduct Conduct { get; } = new ReviewCycleConduct();

    /// <summary>Of no group: the coordinator and the leaders see it.</summary>
    public override IReadOnlyList<Opening> Openings { get; } = [new OpenedByHand(WhyNot, (_, _) => new CasePlace("", []))];

    private static Refusal? WhyNot(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.ReviewCoordinator, context.Today)
            ? null
            : ReviewCycleRefusals.OnlyCoordinator;

    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        var id = turn.Case.Id;
        if (answer.FormKey == ReviewForms.Cycle.Key)
        {
            var year = answer.Form["year"] is JsonValue v && v.TryGetValue<int>(out var y) ? y : 0;
            return Found(await store.WhereAsync<ReviewCycle>(
                c => c.Year == year && c.CaseId != id && c.Status != ReviewCycleStatus.Cancelled, cancellation));
        }

        return answer.FormKey is { } form && LooksAtAreas.Contains(form)
            ? Found(await store.WhereAsync<ReviewProposal>(p => p.CycleId == id, cancellation)) : Nothing;
    }

    public override JsonObject Known(FormOpening opening) => ReviewPrefill.Of(opening);

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(turn) is not { } cycle)
        {
            return facts;
        }

        facts["Status"] = cycle.Status.ToString();
        facts["AreaIds"] = new JsonArray([.. cycle.AreaIds.Select(a => (JsonNode)JsonValue.Create(a)!)]);
        foreach (var (name, day) in cycle.Content.Calendar!.Days())
        {
            facts[char.ToUpperInvariant(name[0]) + name[1..]] = ReviewProposal.Due(day, turn.Context) is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, Turn turn) => Cycle(turn).Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store) =>
        act == "close" ? Cycle(turn).Close() : CommonRefusals.UnknownAct(act);

    public override IEnumerable<string>? Resolve(string who, Turn turn) =>
        who == "leaders" ? turn.Context.Directory.LeadersOn(turn.Context.Today) : null;

    public override IEnumerable<string> Interested(Turn turn) => SubjectOf(turn) is { AuthorId.Length: > 0 } cycle ? [cycle.AuthorId] : [];

    public override CaseDescription Describe(Turn turn)
    {
        var cycle = Cycle(turn);
        return new CaseDescription(
            LocalText.Of("title.review-suggestion-annual", cycle.Year.ToString(CultureInfo.InvariantCulture)),
            cycle.Status.ToString(), cycle.CaseState);
    }

    private static ReviewCycle Cycle(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no cycle.");

    /// <summary>The areas' proposals, as they were looked up for this answer.</summary>
    internal static IReadOnlyList<ReviewProposal> Proposals(Turn turn) => [.. turn.Related.OfType<ReviewProposal>()];
}
