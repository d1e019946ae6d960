using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews;

/// <summary>P3, one area: ties the steps of <c>review-suggestion-area.json</c> and of the ad hoc variant to <see cref="ReviewProposal"/>.</summary>
public abstract class ReviewProposalProcess(string key, IReadOnlyList<FormSchema> forms) : Process<ReviewProposal>(key, "GY", forms)
{
    private static readonly MemberInputValidator InputRules = new(some: true);
    private static readonly MemberInputValidator NoInputRules = new(some: false);
    private static readonly ReviewProposalValidator<ReviewProposalInput> ProposalRules = new();
    private static readonly ReviewFinalValidator FinalRules = new();
    private static readonly AdHocProposalValidator AdHocRules = new(skips: false);
    private static readonly AdHocProposalValidator SkippingRules = new(skips: true);
    private static readonly AdHocFinalValidator AdHocFinalRules = new();
    private static readonly ConsultationValidator AgreeRules = new(commentRequired: false);
    private static readonly ConsultationValidator DisagreeRules = new(commentRequired: true);
    private static readonly AssignOpinionValidator AssignRules = new();
    private static readonly ReviewDecisionValidator<ReviewDecisionInput> DecisionRules = new(agrees: true);
    private static readonly ReviewDecisionValidator<ReviewDecisionInput> SendBackRules = new(agrees: false, opinionRequired: true);
    private static readonly DecisionValidator<AdHocDecisionInput> AdHocDecisionRules = new(opinionRequired: false);
    private static readonly DecisionValidator<AdHocDecisionInput> AdHocSendBackRules = new(opinionRequired: true);
    private static readonly ReviewDecisionValidator<CollectiveDecisionInput> CollectiveRules = new(agrees: true);
    private static readonly ReviewDecisionValidator<CollectiveDecisionInput> CollectiveBackRules = new(agrees: false, opinionRequired: true);
    private static readonly DecisionValidator<AdHocCollectiveInput> AdHocCollectiveRules = new(opinionRequired: false);
    private static readonly DecisionValidator<AdHocCollectiveInput> AdHocAloneRules = new(opinionRequired: false, decides: false);
    private static readonly DecisionValidator<AdHocCollectiveInput> AdHocCollectiveBackRules = new(opinionRequired: true, decides: false);
    private static readonly SubmissionSentValidator SentRules = new();
    private static readonly OutcomeValidator OutcomeRules = new();
    private static readonly IssueValidator IssueRules = new();
    private static readonly ConferenceValidator ConferenceRules = new();
    private static readonly PostponedValidator PostponedRules = new();
    private static readonly AdviceValidator AdviceRules = new();
    private static readonly AdviceContentValidator<AdHocAdviceInput> AdHocAdviceRules = new();
    private static readonly ConclusionValidator ConcludeRules = new(concludes: true);
    private static readonly ConclusionValidator ConclusionBackRules = new(concludes: false);
    private static readonly FinalRatingValidator FinalRatingRules = new();
    private static readonly RemediesValidator RemediesRules = new();
    private static readonly ReasonValidator ReasonRules = new();
    private static readonly ExtensionValidator ExtensionRules = new();
    private static readonly LeaderOpinionValidator OpinionRules = new(opinionRequired: false);
    private static readonly LeaderOpinionValidator OpinionRequiredRules = new(opinionRequired: true);

    public override async Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation)
    {
        // Evidence and attended meetings must be cases of this area; what belongs to another is not named here.
        if (SubjectOf(file) is { } proposal && LinkedCases(answer.Form).ToList() is { Count: > 0 } linked)
        {
            var ids = linked.ConvertAll(l => l.Id);
            var found = (await store.WhereAsync<Case>(c => ids.Contains(c.Id) && c.Areas.Any(a => a.AreaId == proposal.AreaId), cancellation)).Select(c => c.Id).ToHashSet();
            if (linked.Find(l => !found.Contains(l.Id)) is { Path: { } path })
            {
                return Refusal.Invalid([new FieldError(path, "Review.CaseOfOtherArea")]);
            }
        }

        return null;
    }

    public override JsonObject Known(FormOpening opening) => ReviewPrefill.Of(opening);

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context)
    {
        var applied = ApplyVerb(answer, file, context);
        return applied.IsSuccess ? KeepApart(answer, applied.Value) : applied;
    }

    private Result<StepEffect> ApplyVerb(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("review-adhoc", "Submit") => StartAdHoc(answer, file, context),
        ("review-input", "Submit") => With(answer, InputRules, i => Proposal(file).NoteInput(i, hasOpinion: true, context)),
        ("review-input", "NoOpinion") => With(answer, NoInputRules, i => Proposal(file).NoteInput(i, hasOpinion: false, context)),
        ("review-proposal", "Consult") => With(answer, ProposalRules, i => Proposal(file).Propose(i, i.Rating, false, context), i => Flagged(i, file)),
        ("review-proposal-adhoc", "Consult") => With(answer, AdHocRules, i => Proposal(file).Propose(i, null, false, context), i => Flagged(i, file)),
        ("review-proposal-adhoc", "SkipConsult") => With(answer, SkippingRules, i => Proposal(file).Propose(i, null, true, context), i => Flagged(i, file)),
        ("review-assign", _) => Assign(answer, file, context),
        ("review-consultation", "Prepared") => With(answer, AgreeRules, i => Proposal(file).PrepareOpinion(file.Item ?? "", i, context)),
        ("review-consultation", "Agree") => Opinion(answer, AgreeRules, ConsultationStance.Agree, file, context),
        ("review-consultation", "AgreeWithChange") => Opinion(answer, DisagreeRules, ConsultationStance.AgreeWithChange, file, context),
        ("review-consultation", "Disagree") => Opinion(answer, DisagreeRules, ConsultationStance.Disagree, file, context),
        (null, "GoOn") => Plain(Proposal(file).GoOn(context)),
        ("review-final", "Submit") => With(answer, FinalRules, i => Proposal(file).Submit(i, i.Rating, i.Handling, context), i => Flagged(i, file)),
        ("review-final-adhoc", "Submit") => With(answer, AdHocFinalRules, i => Proposal(file).Submit(i, null, i.Handling, context), i => Flagged(i, file)),
        ("review-decision", "AgreeToDossier") => Decide(answer, DecisionRules, i => Proposal(file).Agree(i, context)),
        ("review-decision", "Return") => Decide(answer, SendBackRules, _ => Proposal(file).Return(context)),
        ("review-decision", "ForwardToHead") => Decide(answer, SendBackRules, _ => Proposal(file).ForwardToHead(context)),
        ("review-decision-adhoc", "AgreeToDossier") => Decide(answer, AdHocDecisionRules, i => Proposal(file).Agree(i, context)),
        ("review-decision-adhoc", "Return") => Decide(answer, AdHocSendBackRules, _ => Proposal(file).Return(context)),
        ("review-decision-adhoc", "ForwardToHead") => Decide(answer, AdHocSendBackRules, _ => Proposal(file).ForwardToHead(context)),
        ("reason", "Withdraw") => With(answer, ReasonRules, _ => Proposal(file).Withdraw(context), _ => Tell(NotificationKind.Changed, "leaderInCharge")),
        ("reason", "Supplement") => With(answer, ReasonRules, _ => Proposal(file).Supplement(context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "role:ReviewCoordinator")),
        ("trip-extension", "Extend") => With(answer, ExtensionRules, i => Proposal(file).Extend(i, context), i => Decided(i.Reason)),
        ("review-collective", "Pass" or "PassWithChange") => Decide(answer, CollectiveRules, i => Proposal(file).Pass(i, context)),
        ("review-collective", "ReturnToLead") => Decide(answer, CollectiveBackRules, _ => Proposal(file).ReturnFromCollective(toLead: true, context)),
        ("review-collective", "ReturnToLeader") => Decide(answer, CollectiveBackRules, _ => Proposal(file).ReturnFromCollective(toLead: false, context)),
        ("review-collective", "NotPass") => Decide(answer, CollectiveBackRules, _ => Proposal(file).NotPass(context)),
        ("review-collective-adhoc", "Pass" or "PassWithChange") => Decide(answer, context.Settings.Text("Rev.AdHocDecider") == "HEAD" ? AdHocAloneRules : AdHocCollectiveRules, i => Proposal(file).Pass(i, context)),
        ("review-collective-adhoc", "ReturnToLead") => Decide(answer, AdHocCollectiveBackRules, _ => Proposal(file).ReturnFromCollective(toLead: true, context)),
        ("review-collective-adhoc", "ReturnToLeader") => Decide(answer, AdHocCollectiveBackRules, _ => Proposal(file).ReturnFromCollective(toLead: false, context)),
        ("review-collective-adhoc", "NotPass") => Decide(answer, AdHocCollectiveBackRules, _ => Proposal(file).NotPass(context)),
        ("review-sent", "Sent") => With(answer, SentRules, i => Proposal(file).MarkSent(i)),
        ("review-outcome", "Recorded") => With(answer, OutcomeRules, i => Proposal(file).RecordOutcome(i, context), Outcome),
        ("review-issue", "Issued") => With(answer, IssueRules, i => Proposal(file).RecordIssue(i, context), _ => Tell(NotificationKind.Changed, "groupLead")),
        ("review-conference", "Held") => With(answer, ConferenceRules, i => Proposal(file).HoldConference(i, context)),
        ("review-postponed", "Postponed") => With(answer, PostponedRules, i => Proposal(file).Postpone(i, context), _ => Tell(NotificationKind.Changed, "leaderInCharge")),
        ("review-advice", "Submit") => With(answer, AdviceRules, i => Proposal(file).Advise(i, context)),
        ("review-advice-adhoc", "Submit") => With(answer, AdHocAdviceRules, i => Proposal(file).Advise(i, context)),
        ("leader-opinion", "AgreeToAdvice") => With(answer, OpinionRules, _ => Result.From(Proposal(file).WhyNotAgreeable(context)), i => Decided(i.Opinion, "groupLead")),
        ("leader-opinion", "Return") => With(answer, OpinionRequiredRules, _ => Result.From(Proposal(file).WhyNotAgreeable(context)), i => Decided(i.Opinion, "groupLead")),
        ("review-conclusion", "Conclude") => With(answer, ConcludeRules, _ => Proposal(file).Conclude(context), i => Decided(i.Opinion, "groupLead", "leaderInCharge")),
        ("review-conclusion", "Return") => With(answer, ConclusionBackRules, i => string.IsNullOrWhiteSpace(i.Opinion) && !i.IsStub()
            ? Refusal.Invalid([new FieldError("opinion", "Common.ReasonRequired")]) : Result.From(Proposal(file).WhyNotAgreeable(context)), i => Decided(i.Opinion, "groupLead", "leaderInCharge")),
        ("review-rating", "Recorded") => With(answer, FinalRatingRules, i => Proposal(file).RecordFinalRating(i, context), _ => Tell(NotificationKind.Changed, "groupLead", "leaderInCharge")),
        ("review-remedies", "Remedied") => With(answer, RemediesRules, i => Proposal(file).ReportRemedies(i, carriesOver: false, context)),
        ("review-remedies", "CarryOver") => With(answer, RemediesRules, i => Proposal(file).ReportRemedies(i, carriesOver: true, context)),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

    /// <summary>Time for the members' opinions is over: the lead goes on without those that are missing.</summary>
    public override Result TimeOut(string stepId, CaseFile file, CaseContext context) =>
        stepId == "inputs" ? EndInputs(Proposal(file)) : Result.Ok;

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(file) is not { } proposal)
        {
            return facts;
        }

        facts["Status"] = proposal.Status.ToString();
        facts["InDossier"] = proposal.IsInDossier;
        facts["IsSent"] = proposal.IsSent;
        facts["HasSuggestions"] = proposal.HasOpenSuggestions;
        facts["HasIssued"] = proposal.HasIssuedSuggestions;
        facts["HasRemedies"] = proposal.HasRemedies;
        facts["ConsultDepartments"] = new JsonArray([.. proposal.Consultations.Where(c => c.Stance is null).Select(c => (JsonNode)JsonValue.Create(c.DepartmentId)!)]);
        foreach (var (name, day) in proposal.Calendar.Days())
        {
            facts[char.ToUpperInvariant(name[0]) + name[1..]] = ReviewProposal.Due(day, context) is { } due ? Iso(due) : null;
        }

        return facts;
    }

    public override Refusal? Check(string rule, CaseFile file, CaseContext context) => Proposal(file).Check(rule);

    public override Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) => act switch
    {
        "endInputs" => EndInputs(Proposal(file)),
        "endConsultation" => EndConsultation(Proposal(file)),
        "followSent" => FollowSent(Proposal(file)),
        "close" => Proposal(file).Close(),
        _ => new Refusal("Common.UnknownAct", null, act),
    };

    // These acts stand where several ways of the flow come together: by one of them the proposal has moved on already, and
    // then there is nothing left to do.
    private static Result EndInputs(ReviewProposal proposal) =>
        proposal.Status == ReviewProposalStatus.CollectingInputs ? proposal.EndInputs() : Result.Ok;

    private static Result EndConsultation(ReviewProposal proposal) =>
        proposal.Status == ReviewProposalStatus.InConsultation ? proposal.EndConsultation() : Result.Ok;

    private static Result FollowSent(ReviewProposal proposal) => proposal.HasToFollowSent() ? proposal.FollowSent() : Result.Ok;

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => who switch
    {
        "departmentHead" => file.Item is { } department
            ? context.Directory.PeopleWith(Role.DepartmentHead, context.Today).Where(p => context.Directory.Person(p)?.DepartmentId == department) : [],
        "departmentStaff" => SubjectOf(file)?.Consultations.FirstOrDefault(c => c.DepartmentId == file.Item)?.StaffId is { } staff ? [staff] : [],
        "groupLead" when Heir(file, context) is { } heir => context.Directory.LeadOf(heir.Group, context.Today) is { } lead ? [lead] : [],
        "leaderInCharge" when Heir(file, context) is { } heir => context.Directory.LeaderInCharge(heir.Area, heir.Group, context.Today) is { } leader ? [leader] : [],
        _ => null,
    };

    // E-R7: the proposal stays with the area of the reference date; what follows the sending goes to whoever watches what became of it.
    private static (string Area, string Group)? Heir(CaseFile file, CaseContext context) =>
        SubjectOf(file) is { } proposal && proposal.IsWithTheUnit()
            && context.Directory.Area(proposal.AreaId)?.IsValidOn(context.Today) != true
        && context.Directory.TodaysArea(proposal.AreaId, context.Today) is { } area && context.Directory.GroupOfArea(area, context.Today) is { } group ? (area, group) : null;

    public override IEnumerable<string> Interested(CaseFile file) => SubjectOf(file)?.Interested() ?? [];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var proposal = Proposal(file);
        var area = context.Directory.AreaName(proposal.AreaId);
        return (proposal.IsAdHoc ? $"Gợi ý kiểm điểm đột xuất: {area}" : $"Gợi ý kiểm điểm năm {proposal.Year.ToString(CultureInfo.InvariantCulture)}: {area}", proposal.Status.ToString(), proposal.CaseState);
    }

    protected static ReviewProposal Proposal(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no proposal.");

    /// <summary>The starter of an ad hoc review: only the process of the ad hoc variant has that form.</summary>
    protected virtual Result<StepEffect> StartAdHoc(StepAnswer answer, CaseFile file, CaseContext context) => new Refusal("Task.UnknownAction", null, answer.Action);

    // what names individuals lies beside the form, Restricted.
    private static StepEffect KeepApart(StepAnswer answer, StepEffect effect)
    {
        var apart = new JsonObject(ReviewForms.ApartFields.Where(f => answer.Form[f] is JsonArray { Count: > 0 }).Select(f => KeyValuePair.Create(f, answer.Form[f]?.DeepClone())));
        if (apart.Count == 0 || answer.FormKey is null)
        {
            return effect;
        }

        var kept = (JsonObject)answer.Form.DeepClone();
        foreach (var field in ReviewForms.ApartFields)
        {
            kept.Remove(field);
        }

        return effect with { Kept = kept, Apart = (answer.FormKey + ReviewForms.ApartEnding, apart) };
    }

    // R-REV-04 [Q]: what Đ7.A.4 names goes to the head at once.
    private static StepEffect Flagged(ProposalContent input, CaseFile file)
    {
        var flagged = (input.Suggestions ?? []).Concat(input.Individuals ?? []).Any(s => s.IsForHead());
        return new StepEffect { Files = input.Files ?? [], Tell = flagged && Proposal(file).Rounds <= 2 ? [(NotificationKind.ForHead, ["head"])] : [] };
    }

    private static Result<StepEffect> Assign(StepAnswer answer, CaseFile file, CaseContext context)
    {
        var input = FormInput.Read(answer.Form, AssignRules);
        return input.IsSuccess ? Plain(Proposal(file).Assign(file.Item ?? "", input.Value, context)) : input.Refusal;
    }

    private static Result<StepEffect> Opinion(StepAnswer answer, ConsultationValidator rules, ConsultationStance stance, CaseFile file, CaseContext context) =>
        With(answer, rules, i => Proposal(file).AnswerOpinion(file.Item ?? "", i, stance, context), _ => Tell(NotificationKind.Changed, "groupLead"));

    private static Result<StepEffect> Decide<T>(StepAnswer answer, IValidator<T> rules, Func<T, Result> verb)
        where T : DecisionContent => With(answer, rules, verb, i => Decided(i.Opinion, "groupLead", "role:ReviewCoordinator"));

    private static StepEffect Outcome(OutcomeInput input) => new()
    {
        // E-R9: the group learns of it as far as the head lets it.
        Sensitivity = input.ReleasedToGroup == true ? Sensitivity.Normal : Sensitivity.Leaders,
        Tell = input.ReleasedToGroup == true ? [(NotificationKind.Decision, ["groupLead", "leaderInCharge"])] : [(NotificationKind.Decision, ["leaderInCharge"])],
    };

    private static IEnumerable<(string Path, Guid Id)> LinkedCases(JsonObject form)
    {
        var rows = new[] { "suggestions", "individuals" }.SelectMany(name => (form[name] as JsonArray ?? []).Select((row, i) => (Path: $"{name}[{i}].evidenceCases", Ids: (row as JsonObject)?["evidenceCases"])))
            .Append((Path: "attendanceCases", Ids: form["attendanceCases"]));
        return rows.SelectMany(r => (r.Ids as JsonArray ?? []).Select(i => (r.Path, Id: Guid.TryParse(i?.ToString(), out var id) ? id : Guid.Empty)));
    }

    private static Result<StepEffect> Plain(Result verb) => verb.IsSuccess ? new StepEffect() : verb.Refusal;

    private static StepEffect Decided(string? opinion, params string[] tell) => new() { IsDecision = true, Opinion = opinion ?? "", Tell = tell.Length > 0 ? [(NotificationKind.Decision, tell)] : [] };
}

/// <summary>One area of an annual cycle; dispatched by the cycle, never started by hand.</summary>
public sealed class AreaReviewProcess() : ReviewProposalProcess(ReviewProposal.AreaProcessKey, ReviewForms.OfArea)
{
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-REV-01"] = "Đ7.B.4",
        ["R-REV-03"] = "Đ5.6",
        ["R-REV-07"] = "Đ7.B.4",
    };

    public override Refusal? WhyNotStartable(CaseContext context) => Refusal.NotAllowed("Review.OpenedByCycle", "Đ5.6");

    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context) => Refusal.NotAllowed("Review.OpenedByCycle", "Đ5.6");

    public override Result Hear(string name, CaseFile file, CaseFile parent) => name switch
    {
        "ReviewAgain" => Proposal(file).LookAgain(),
        "DossierSubmitted" => Proposal(file).EnterDossier(),
        "SentToStandingCommittee" when parent.Subject is ReviewCycle { Sent: { } sent } => Proposal(file).MarkSent(sent),
        _ => Result.Ok,
    };

    public override bool IsDispatchable => true;

    public override Dispatched? ForItem(JsonNode? item, CaseFile parent, CaseContext context) =>
        parent.Subject is ReviewCycle cycle && item?.ToString() is { } area && context.Directory.GroupOfArea(area, cycle.Content.ReferenceDate!.Value) is { } group
            ? new Dispatched(group, [area], id => ReviewProposal.InCycle(id, cycle, area, group, context)) : null;
}

/// <summary>6.2: one area, out of turn; no rating.</summary>
public sealed class AdHocReviewProcess() : ReviewProposalProcess(ReviewProposal.AdHocProcessKey, ReviewForms.OfAdHoc)
{
    private static readonly AdHocReviewValidator StartRules = new();

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-REV-01"] = "Đ7.B.4",
        ["R-REV-03"] = "Đ5.6",
    };

    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.IsLeader(context.Actor.PersonId, context.Today) || Led(context).Any() ? null : Refusal.NotAllowed("Review.OnlyLeadsAndLeaders", "Đ5.6");

    /// <summary>A lead for areas of the own group, a leader for those in one's charge, the head for any.</summary>
    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        var area = form["areaId"] is JsonValue v && v.TryGetValue<string>(out var id) ? id : "";
        var (me, today, directory) = (context.Actor.PersonId, context.Today, context.Directory);
        if (directory.GroupOfArea(area, today) is not { } group)
        {
            return Refusal.Invalid([new FieldError("areaId", "Common.Required", "Đ5.6")]);
        }

        return Led(context).Contains(group) || directory.Head(today) == me || directory.LeaderInCharge(area, group, today) == me
            ? (group, (IReadOnlyList<string>)[area]) : Refusal.Invalid([new FieldError("areaId", "Review.AreaNotYours", "Đ5.6", directory.AreaName(area))]);
    }

    protected override Result<StepEffect> StartAdHoc(StepAnswer answer, CaseFile file, CaseContext context) => With(answer, StartRules, input =>
    {
        var started = ReviewProposal.StartAdHoc(file.Case.Id, file.Case.GroupId, input, context);
        if (started.IsSuccess)
        {
            file.Subject = started.Value;
        }

        return started;
    });

    private static IEnumerable<string> Led(CaseContext context) =>
        context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Where(g => context.Directory.LeadOf(g, context.Today) == context.Actor.PersonId);
}
