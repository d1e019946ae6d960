using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Processes.Reviews.Steps;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>P3, one area: ties the steps of <c>review-suggestion-area.json</c> and of the ad hoc variant to <see
/// cref="ReviewProposal"/>.</summary>
/// <param name="key">Key of the process.</param>
/// <param name="forms">Its forms.</param>
/// <param name="own">Steps of this variant alone, beside those that a version of either definition may use.</param>
public abstract class ReviewProposalProcess(string key, IReadOnlyList<FormSchema> forms, params IReadOnlyList<IStep> own)
    : Process<ReviewProposal>(key, "GY", forms, [.. own, .. Writing(), .. Decisions(), .. AtTheUnit()])
{
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        // Evidence and attended meetings must be cases of this area; what belongs to another is not named here.
        if (SubjectOf(turn) is { } proposal && LinkedCases(answer.Form).ToList() is { Count: > 0 } linked)
        {
            var ids = linked.ConvertAll(l => l.Id);
            var found = (await store.WhereAsync<Case>(
                c => ids.Contains(c.Id) && c.Areas.Any(a => a.AreaId == proposal.AreaId), cancellation)).Select(c => c.Id).ToHashSet();
            if (linked.Find(l => !found.Contains(l.Id)) is { Path: { } path })
            {
                return Refusal.Invalid([new FieldError(path, "Review.CaseOfOtherArea")]);
            }
        }

        // What the last cycle left open is followed in this one.
        return answer.FormKey == ReviewForms.Proposal.Key && SubjectOf(turn) is { } own
            ? Found(await store.WhereAsync<ReviewProposal>(p => p.AreaId == own.AreaId && p.Year < own.Year, cancellation)) : Nothing;
    }

    public override JsonObject Known(FormOpening opening) => ReviewPrefill.Of(opening);

    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var applied = base.Apply(answer, turn);
        return applied.IsSuccess ? KeepApart(answer, applied.Value) : applied;
    }

    /// <summary>Time for the members' opinions is over: the lead goes on without those that are missing.</summary>
    public override Result TimeOut(string stepId, Turn turn) =>
        stepId == "inputs" ? EndInputs(Proposal(turn), turn.Context) : Result.Ok;

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(turn) is not { } proposal)
        {
            return facts;
        }

        facts["Status"] = proposal.Status.ToString();
        facts["InDossier"] = proposal.IsInDossier;
        facts["IsSent"] = proposal.IsSent;
        facts["HasSuggestions"] = proposal.HasOpenSuggestions;
        facts["NeedsRelease"] = proposal.NeedsRelease;
        facts["WithdrawalAsked"] = proposal.IsWithdrawalAsked;
        facts["HasIssued"] = proposal.HasIssuedSuggestions;
        facts["HasRemedies"] = proposal.HasRemedies;
        facts["RemedyBy"] = ReviewProposal.Due(proposal.NextRemedyBy ?? proposal.Calendar.ClosedBy, turn.Context) is { } next
            ? Iso(next) : null;
        facts["ConsultDepartments"] = new JsonArray([.. proposal.Consultations
            .Where(c => c.Stance is null)
            .Select(c => (JsonNode)JsonValue.Create(c.DepartmentId)!)]);
        foreach (var (name, day) in proposal.Calendar.Days())
        {
            facts[char.ToUpperInvariant(name[0]) + name[1..]] = ReviewProposal.Due(day, turn.Context) is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, Turn turn) => Proposal(turn).Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store) => act switch
    {
        "endInputs" => EndInputs(Proposal(turn), turn.Context),
        "endConsultation" => EndConsultation(Proposal(turn), turn.Context),
        "followSent" => FollowSent(Proposal(turn), turn.Context),
        "close" => Proposal(turn).Close(),
        _ => CommonRefusals.UnknownAct(act),
    };

    // These acts stand where several ways of the flow come together: by one of them the proposal has moved on already, and
    // then there is nothing left to do.
    private static Result EndInputs(ReviewProposal proposal, CaseContext context) =>
        proposal.Status == ReviewProposalStatus.CollectingInputs ? proposal.EndInputs(context) : Result.Ok;

    private static Result EndConsultation(ReviewProposal proposal, CaseContext context) =>
        proposal.Status == ReviewProposalStatus.InConsultation ? proposal.EndConsultation(context) : Result.Ok;

    private static Result FollowSent(ReviewProposal proposal, CaseContext context) =>
        proposal.HasToFollowSent() ? proposal.FollowSent(context) : Result.Ok;

    public override IEnumerable<string>? Resolve(string who, Turn turn) => who switch
    {
        "departmentHead" => turn.Item is { } department
            ? SubjectOf(turn)?.SignersOf(department, turn.Context.Directory, turn.Context.Today) : [],
        "departmentStaff" =>
            SubjectOf(turn)?.Consultations.FirstOrDefault(c => c.DepartmentId == turn.Item)?.StaffId is { } staff ? [staff] : [],
        "groupLead" when SuccessorArea(turn) is { } successor =>
            turn.Context.Directory.LeadOf(successor.Group, turn.Context.Today) is { } lead ? [lead] : [],
        "leaderInCharge" when SuccessorArea(turn) is { } successor =>
            turn.Context.Directory.LeaderInCharge(successor.Area, successor.Group, turn.Context.Today) is { } leader ? [leader] : [],
        _ => null,
    };

    // E-R7: the proposal stays with the area of the reference date; what follows the sending goes to whoever watches what became of it.
    private static (string Area, string Group)? SuccessorArea(Turn turn) =>
        SubjectOf(turn) is { } proposal && proposal.IsWithTheUnit()
            && turn.Context.Directory.Area(proposal.AreaId)?.IsValidOn(turn.Context.Today) != true
        && turn.Context.Directory.TodaysArea(proposal.AreaId, turn.Context.Today) is { } area
        && turn.Context.Directory.GroupOfArea(area, turn.Context.Today) is { } group ? (area, group) : null;

    public override IEnumerable<string> Interested(Turn turn) => SubjectOf(turn)?.Interested() ?? [];

    public override CaseDescription Describe(Turn turn)
    {
        var proposal = Proposal(turn);
        var area = turn.Context.Directory.AreaName(proposal.AreaId);
        var title = proposal.IsAdHoc
            ? LocalText.Of("title.review-suggestion-adhoc", area)
            : LocalText.Of("title.review-suggestion-area", proposal.Year.ToString(CultureInfo.InvariantCulture), area);
        return new CaseDescription(title, proposal.Status.ToString(), proposal.CaseState);
    }

    protected static ReviewProposal Proposal(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no proposal.");

    // Steps 3 to 6: members, lead and departments write.
    private static IStep[] Writing() =>
    [
        new NoteMemberInput(hasOpinion: true, "Submit"), new NoteMemberInput(hasOpinion: false, "NoOpinion"),
        new Propose(), new ProposeAdHoc(skipsConsultation: false, "Consult"), new ProposeAdHoc(skipsConsultation: true, "SkipConsult"),
        new AssignOpinion(), new PrepareOpinion(), new AnswerOpinion(ConsultationStance.Agree),
        new AnswerOpinion(ConsultationStance.AgreeWithChange), new AnswerOpinion(ConsultationStance.Disagree), new GoOnWithoutOpinions(),
        new SubmitProposal(), new SubmitAdHocProposal(), new WithdrawProposal(), new AskToWithdrawProposal(), new SupplementProposal(),
        new ExtendStepOfArea(),
    ];

    // Steps 7 to 9: a leader and the collective decide. Building a validator compiles its rules: what several steps demand is built once.
    private static IStep[] Decisions()
    {
        var (leader, adHocLeader) = (ReviewForms.Decision, ReviewForms.AdHocDecision);
        var (collective, adHocCollective) = (ReviewForms.Collective, ReviewForms.AdHocCollective);
        var back = new ReviewDecisionValidator<ReviewDecisionInput>(agrees: false, opinionRequired: true);
        var adHocBack = new DecisionValidator<AdHocDecisionInput>(opinionRequired: true);
        var collectiveBack = new ReviewDecisionValidator<CollectiveDecisionInput>(agrees: false, opinionRequired: true);
        var adHocCollectiveBack = new DecisionValidator<AdHocCollectiveInput>(opinionRequired: true, decides: false);
        return
        [
            new AgreeToProposal<ReviewDecisionInput>(leader, new ReviewDecisionValidator<ReviewDecisionInput>(agrees: true)),
            new ReturnProposal<ReviewDecisionInput>(leader, back),
            new ForwardProposalToHead<ReviewDecisionInput>(leader, back),
            new AgreeToProposal<AdHocDecisionInput>(adHocLeader, new DecisionValidator<AdHocDecisionInput>(opinionRequired: false)),
            new ReturnProposal<AdHocDecisionInput>(adHocLeader, adHocBack),
            new ForwardProposalToHead<AdHocDecisionInput>(adHocLeader, adHocBack),
            new PassProposal<CollectiveDecisionInput>(collective, new ReviewDecisionValidator<CollectiveDecisionInput>(agrees: true)),
            new ReturnFromCollective<CollectiveDecisionInput>(collective, collectiveBack, toLead: true, "ReturnToLead"),
            new ReturnFromCollective<CollectiveDecisionInput>(collective, collectiveBack, toLead: false, "ReturnToLeader"),
            new NotPassProposal<CollectiveDecisionInput>(collective, collectiveBack),
            new AnswerWithdrawal(agrees: true, "AgreeToWithdraw"), new AnswerWithdrawal(agrees: false, "RefuseWithdraw"),
            new PassAdHocProposal(),
            new ReturnFromCollective<AdHocCollectiveInput>(adHocCollective, adHocCollectiveBack, toLead: true, "ReturnToLead"),
            new ReturnFromCollective<AdHocCollectiveInput>(adHocCollective, adHocCollectiveBack, toLead: false, "ReturnToLeader"),
            new NotPassProposal<AdHocCollectiveInput>(adHocCollective, adHocCollectiveBack),
        ];
    }

    // Steps 10 to 17: what the Standing Committee says, and what becomes of it at the unit.
    private static IStep[] AtTheUnit() =>
    [
        new SendProposal(), new RecordOutcome(), new ReleaseOutcome(), new RecordIssue(), new HoldConference(), new PostponeConference(),
        new Advise<AdviceInput>(ReviewForms.Advice, new AdviceValidator()),
        new Advise<AdHocAdviceInput>(ReviewForms.AdHocAdvice, new AdviceContentValidator<AdHocAdviceInput>()),
        new AgreeToAdvice(), new ReturnAdvice(), new Conclude(), new ReturnBeforeConclusion(), new RecordFinalRating(),
        new FollowRemedies(), new ReportRemedies(carriesOver: false, "Remedied"), new ReportRemedies(carriesOver: true, "CarryOver"),
    ];

    // what names individuals lies beside the form, Restricted.
    private static StepEffect KeepApart(StepAnswer answer, StepEffect effect)
    {
        var form = ReviewForms.WithFilesOfIndividuals(answer.Form);
        var apart = new JsonObject(ReviewForms.ApartFields
            .Where(f => form[f] is JsonArray { Count: > 0 })
            .Select(f => KeyValuePair.Create(f, form[f]?.DeepClone())));
        effect = effect with { KeepsApart = ReviewForms.HasApart(answer.FormKey) && !ReviewForms.SpeaksOfAll(answer.FormKey!, form) };
        if (apart.Count == 0 || answer.FormKey is null)
        {
            return effect;
        }

        var kept = (JsonObject)form.DeepClone();
        foreach (var field in ReviewForms.ApartFields)
        {
            kept.Remove(field);
        }

        return effect with { Kept = kept, Apart = (answer.FormKey + ApartForms.Ending, apart) };
    }

    private static IEnumerable<(string Path, Guid Id)> LinkedCases(JsonObject form)
    {
        var rows = new[] { "suggestions", "individuals" }
            .SelectMany(name => (form[name] as JsonArray ?? [])
                .Select((row, i) => (Path: $"{name}[{i}].evidenceCases", Ids: (row as JsonObject)?["evidenceCases"])))
            .Append((Path: "attendanceCases", Ids: form["attendanceCases"]));
        return rows.SelectMany(r =>
            (r.Ids as JsonArray ?? []).Select(i => (r.Path, Id: Guid.TryParse(i?.ToString(), out var id) ? id : Guid.Empty)));
    }
}
