using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Processes.Reviews.Steps;
using Portal.Workflows.Runtime;

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

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string> { ["R-REV-02"] = "Đ7.B.4" };

    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.ReviewCoordinator, context.Today) ? null : ReviewCycleRefusals.OnlyCoordinator;

    /// <summary>Of no group: the coordinator and the leaders see it.</summary>
    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context) => ("", (IReadOnlyList<string>)[]);

    public override async Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation)
    {
        var id = file.Case.Id;
        if (answer.FormKey == ReviewForms.Cycle.Key)
        {
            var year = answer.Form["year"] is JsonValue v && v.TryGetValue<int>(out var y) ? y : 0;
            file.Related = await store.WhereAsync<ReviewCycle>(c => c.Year == year && c.CaseId != id && c.Status != ReviewCycleStatus.Cancelled, cancellation);
        }
        else if (answer.FormKey is { } form && LooksAtAreas.Contains(form))
        {
            file.Related = await store.WhereAsync<ReviewProposal>(p => p.CycleId == id, cancellation);
        }

        return null;
    }

    public override JsonObject Known(FormOpening opening) => ReviewPrefill.Of(opening);

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(file) is not { } cycle)
        {
            return facts;
        }

        facts["Status"] = cycle.Status.ToString();
        facts["AreaIds"] = new JsonArray([.. cycle.AreaIds.Select(a => (JsonNode)JsonValue.Create(a)!)]);
        foreach (var (name, day) in cycle.Content.Calendar!.Days())
        {
            facts[char.ToUpperInvariant(name[0]) + name[1..]] = ReviewProposal.Due(day, context) is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, CaseFile file, CaseContext context) => Cycle(file).Check(rule);

    public override Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) =>
        act == "close" ? Cycle(file).Close() : CommonRefusals.UnknownAct(act);

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => who == "leaders" ? context.Directory.LeadersOn(context.Today) : null;

    public override IEnumerable<string> Interested(CaseFile file) => SubjectOf(file) is { AuthorId.Length: > 0 } cycle ? [cycle.AuthorId] : [];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var cycle = Cycle(file);
        return ($"Kỳ kiểm điểm năm {cycle.Year.ToString(CultureInfo.InvariantCulture)}", cycle.Status.ToString(), cycle.CaseState);
    }

    private static ReviewCycle Cycle(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no cycle.");

    /// <summary>The areas' proposals, as they were looked up for this answer.</summary>
    internal static IReadOnlyList<ReviewProposal> Proposals(CaseFile file) => [.. file.Related.OfType<ReviewProposal>()];
}
