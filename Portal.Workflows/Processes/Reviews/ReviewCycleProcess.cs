using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>P3, the annual cycle: ties the steps of <c>review-suggestion-annual.json</c> to <see cref="ReviewCycle"/>.</summary>
public sealed class ReviewCycleProcess() : Process<ReviewCycle>(ProcessKey, "KD", ReviewForms.OfCycle)
{
    public const string ProcessKey = ReviewCycle.ProcessKey;

    private static readonly ReviewCycleValidator CycleRules = new();
    private static readonly DossierValidator DossierRules = new();
    private static readonly ReviewAgainValidator AgainRules = new();
    private static readonly QuotaOverrideValidator OverrideRules = new();
    private static readonly RescheduleValidator RescheduleRules = new();
    private static readonly SubmissionSentValidator SentRules = new();
    private static readonly ReasonValidator ReasonRules = new();
    private static readonly LeaderOpinionValidator OpinionRules = new(opinionRequired: false);
    private static readonly LeaderOpinionValidator OpinionRequiredRules = new(opinionRequired: true);

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string> { ["R-REV-02"] = "Đ7.B.4" };

    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.ReviewCoordinator, context.Today) ? null : Refusal.NotAllowed("Review.OnlyCoordinator", "Đ5.6");

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
        else if (answer.FormKey is "review-dossier" or "review-again" or "review-reschedule" or "review-sent")
        {
            file.Related = await store.WhereAsync<ReviewProposal>(p => p.CycleId == id, cancellation);
        }

        return null;
    }

    public override JsonObject Known(FormOpening opening) => ReviewPrefill.Of(opening);

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("review-cycle", "Submit") => With(answer, CycleRules, i => Draft(i, file, context)),
        ("leader-opinion", "OpenCycle") => With(answer, OpinionRules, _ => Cycle(file).Open(context), i => Decided(i.Opinion, "role:ReviewCoordinator")),
        ("leader-opinion", "Return") => With(answer, OpinionRequiredRules, _ => Cycle(file).Return(context), i => Decided(i.Opinion, "role:ReviewCoordinator")),
        ("review-dossier", "SubmitDossier") => With(answer, DossierRules, i => Cycle(file).SubmitDossier(i, Proposals(file), context), _ => Tell(NotificationKind.Changed, "head", "leaders")),
        ("review-again", _) => LookAgain(answer, file, context),
        ("review-quota-override", _) => With(answer, OverrideRules, i => Cycle(file).Override(i, context), i => Decided(i.Reason, "role:ReviewCoordinator")),
        ("review-reschedule", _) => With(answer, RescheduleRules, i => Cycle(file).Reschedule(i, Proposals(file), context),
            i => Decided(i.Reason, "role:ReviewCoordinator") with { OnChildren = ChildrenEffect.MoveDeadlines }),
        ("reason", "CancelCycle") => With(answer, ReasonRules, _ => Cycle(file).Cancel(context), i => Decided(i.Reason, "role:ReviewCoordinator") with { OnChildren = ChildrenEffect.Cancel }),
        ("review-sent", "Sent") => With(answer, SentRules, i => Cycle(file).MarkSent(i, Proposals(file), context), _ => Tell(NotificationKind.Changed, "head")),
        (null, "CloseCycle") => new StepEffect(),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

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
        act == "close" ? Cycle(file).Close() : new Refusal("Common.UnknownAct", null, act);

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => who == "leaders" ? context.Directory.LeadersOn(context.Today) : null;

    public override IEnumerable<string> Interested(CaseFile file) => SubjectOf(file) is { AuthorId.Length: > 0 } cycle ? [cycle.AuthorId] : [];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var cycle = Cycle(file);
        return ($"Kỳ kiểm điểm năm {cycle.Year.ToString(CultureInfo.InvariantCulture)}", cycle.Status.ToString(), cycle.CaseState);
    }

    private static ReviewCycle Cycle(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no cycle.");

    private static IReadOnlyList<ReviewProposal> Proposals(CaseFile file) => [.. file.Related.OfType<ReviewProposal>()];

    private static Result Draft(ReviewCycleInput input, CaseFile file, CaseContext context)
    {
        if (SubjectOf(file) is { } existing)
        {
            return file.Related.Count > 0 ? Refusal.Invalid([new FieldError("year", "Review.YearTaken", null, input.Year)]) : existing.Correct(input, context);
        }

        var made = ReviewCycle.Draft(file.Case.Id, input, file.Related.Count > 0, context);
        if (made.IsSuccess)
        {
            file.Subject = made.Value;
        }

        return made;
    }

    private static Result<StepEffect> LookAgain(StepAnswer answer, CaseFile file, CaseContext context)
    {
        ReviewProposal? found = null;
        return With(
            answer,
            AgainRules,
            input =>
            {
                found = Proposals(file).FirstOrDefault(p => p.AreaId == input.AreaId);
                return Cycle(file).LookAgain(input, Proposals(file), context);
            },
            input => new StepEffect { Signals = [(found!.CaseId, "ReviewAgain")], Opinion = input.Reason ?? "", IsDecision = true });
    }

    private static StepEffect Decided(string? opinion, params string[] tell) => new() { IsDecision = true, Opinion = opinion ?? "", Tell = [(NotificationKind.Decision, tell)] };
}
