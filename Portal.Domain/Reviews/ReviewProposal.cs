using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Reviews;

/// <summary>
/// Đề xuất gợi ý kiểm điểm và mức xếp loại của một địa bàn (Đ5.6, Đ7.B.4), in an annual cycle or ad hoc. The group proposes, the
/// leaders advise, the Standing Committee decides outside of the portal: proposed, decided and final values are kept apart.
/// </summary>
public sealed partial class ReviewProposal : ICaseSubject
{
    /// <summary>One area of an annual cycle.</summary>
    public const string AreaProcessKey = "review-suggestion-area";

    public const string AdHocProcessKey = "review-suggestion-adhoc";

    private List<DepartmentConsultation> _consultations = [];
    private List<MemberInputNote> _inputs = [];
    private List<RatingChange> _ratings = [];
    private readonly List<ReviewSuggestion> _suggestions = [];

    private ReviewProposal()
    {
    }

    public Guid CaseId { get; private init; }

    /// <summary>The annual cycle; null for an ad hoc review.</summary>
    public Guid? CycleId { get; private init; }

    public int Year { get; private init; }

    public string AreaId { get; private init; } = "";

    public string GroupId { get; private init; } = "";

    /// <summary>Comparable group, for the quota; empty for an ad hoc review.</summary>
    public string ComparableGroup { get; private init; } = "";

    public AdHocReviewInput? AdHoc { get; private init; }

    public ReviewProposalStatus Status { get; private set; }

    public ReviewCalendar Calendar { get; private set; } = new();

    /// <summary>Departments by field of work, as the cycle names them.</summary>
    public ConsultantInput[] Consultants { get; private init; } = [];

    /// <summary>The scale of the cycle's year; of one that began before there was any, the usual one.</summary>
    public RatingScale? Scale { get; private init; }

    /// <summary>The leader in charge passed it to the head alone.</summary>
    public bool IsWithHead { get; private set; }

    /// <summary>Part of the dossier before the collective; from then on it does not wait for the dossier again.</summary>
    public bool IsInDossier { get; private set; }

    /// <summary>Submitted to the Standing Committee with the dossier.</summary>
    public bool IsSent { get; private set; }

    public string AuthorId { get; private set; } = "";

    public int Rounds { get; private set; }

    public bool NoSuggestion { get; private set; }

    public bool IsStub { get; private set; }

    public QualityRating? ProposedRating { get; private set; }

    /// <summary>As the leader in charge, later the collective, decided it.</summary>
    public QualityRating? DecidedRating { get; private set; }

    public QualityRating? AdvisedRating { get; private set; }

    /// <summary>R-REV-07: the official level. Never derived from a proposal.</summary>
    public QualityRating? FinalRating { get; private set; }

    public FinalRatingInput? FinalDocument { get; private set; }

    /// <summary>The rating with its grounds, and who may not act here.</summary>
    public ReviewProposalInput? Rated { get; private set; }

    public OutcomeInput? Outcome { get; private set; }

    /// <summary>E-R9: how far the head has let the group know; null before.</summary>
    public ReleaseInput? Released { get; private set; }

    /// <summary>E-R6: the lead asks to have it back after the leader has acted.</summary>
    public bool IsWithdrawalAsked { get; private set; }

    public IssueInput? Issue { get; private set; }

    public ConferenceInput? Conference { get; private set; }

    public AdviceInput? Advice { get; private set; }

    public SubmissionSentInput? Sent { get; private set; }

    /// <summary>R-REV-04: what was written last tells the head something that he was not told before. Of the act, not stored.</summary>
    public bool HasNewForHead { get; private set; }

    public string NoSuggestionReason { get; private set; } = "";

    public string RemediesReport { get; private set; } = "";

    public DateTime OpenedAt { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<ReviewSuggestion> Suggestions => [.. _suggestions.OrderBy(s => s.SubjectType).ThenBy(s => s.Number)];

    public IReadOnlyList<DepartmentConsultation> Consultations => _consultations;

    public IReadOnlyList<MemberInputNote> Inputs => _inputs;

    public IReadOnlyList<RatingChange> Ratings => _ratings;

    /// <summary>F13: members who see the rating otherwise than the group's proposal; every later decider is shown it.</summary>
    public IReadOnlyList<MemberInputNote> Dissent =>
        ProposedRating is null ? [] : [.. _inputs.Where(i => i.RatingView is { } view && view != ProposedRating)];

    public bool IsAdHoc => CycleId is null;

    /// <summary>The level that counts at the moment: decided, else proposed. Never presented as the official one.</summary>
    public QualityRating? CurrentRating => DecidedRating ?? ProposedRating;

    public CaseState CaseState => Status switch
    {
        ReviewProposalStatus.Closed => CaseState.Closed,
        ReviewProposalStatus.Cancelled => CaseState.Cancelled,
        ReviewProposalStatus.NotPassed when IsAdHoc => CaseState.Declined,
        _ => CaseState.Open,
    };

    /// <summary>Passed on by the leader in charge, and not taken back since.</summary>
    public bool HasReachedCollective =>
        IsWithTheUnit() || Status is ReviewProposalStatus.AwaitingCollective or ReviewProposalStatus.PassedByCollective
        or ReviewProposalStatus.NotPassed or ReviewProposalStatus.SubmittedToStandingCommittee
        or ReviewProposalStatus.DecidedByStandingCommittee;

    /// <summary>The collective has said yes.</summary>
    public bool IsPassed => Status switch
    {
        ReviewProposalStatus.PassedByCollective or ReviewProposalStatus.SubmittedToStandingCommittee
            or ReviewProposalStatus.DecidedByStandingCommittee or ReviewProposalStatus.Issued or ReviewProposalStatus.Monitoring
            or ReviewProposalStatus.Concluded => true,

        // One that was not passed is closed, too, with the official level alone.
        ReviewProposalStatus.Closed => Conference is not null,
        _ => false,
    };

    /// <summary>The collective has said yes or no.</summary>
    public bool IsDecidedByCollective =>
        Status is ReviewProposalStatus.PassedByCollective or ReviewProposalStatus.NotPassed or ReviewProposalStatus.Closed;

    /// <summary>There is something that the unit has to explain, or at least that goes to the Standing Committee.</summary>
    public bool HasOpenSuggestions => IsStub ? !NoSuggestion : _suggestions.Exists(s => s.IsAlive);

    /// <summary>The unit has the suggestions: what follows concerns whoever watches the unit now (E-R7).</summary>
    public bool IsWithTheUnit() =>
        Status is ReviewProposalStatus.Issued or ReviewProposalStatus.Monitoring
            or ReviewProposalStatus.Concluded or ReviewProposalStatus.Closed;

    public bool HasIssuedSuggestions => IsStub ? !NoSuggestion : _suggestions.Exists(s => s.IsIssued);

    /// <summary>The fields of work that its suggestions touch; the departments that answer for them are asked.</summary>
    public IReadOnlyList<string> DepartmentsToAsk
    {
        get
        {
            // Not those of individuals: whom they ask would tell of them (6.6, test 7).
            var domains = _suggestions.Where(s => s.SubjectType == ReviewSubjectType.Collective)
                .Select(s => s.Content.Domain).OfType<string>().ToHashSet();
            return [.. Consultants.Where(c => domains.Count == 0 || domains.Contains(c.Domain!)).Select(c => c.DepartmentId!).Distinct()];
        }
    }

    public static ReviewProposal InCycle(Guid caseId, ReviewCycle cycle, string areaId, string groupId, CaseContext context) => new()
    {
        CaseId = caseId,
        CycleId = cycle.CaseId,
        Year = cycle.Year,
        AreaId = areaId,
        GroupId = groupId,
        ComparableGroup = cycle.GroupOf(areaId),
        Calendar = cycle.Content.Calendar!,
        Consultants = cycle.Content.Consultants ?? [],
        Scale = RatingScale.Of(cycle.Content),
        Status = ReviewProposalStatus.CollectingInputs,
        OpenedAt = context.Now,
        Version = 1,
    };

    /// <summary>6.2: started by the head, the leader in charge or the lead; due dates count from the start.</summary>
    public static Result<ReviewProposal> StartAdHoc(Guid caseId, string groupId, AdHocReviewInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var (today, directory) = (context.Today, context.Directory);
        string?[] starters =
        [
            directory.Head(today), directory.LeaderInCharge(input.AreaId, groupId, today), directory.LeadOf(groupId, today),
        ];
        if (!starters.Any(context.IsFor))
        {
            return ReviewProposalRefusals.OnlyLeadsAndLeaders;
        }

        if (directory.Area(input.AreaId!) is not { } area || !area.IsValidOn(today))
        {
            return Refusal.Invalid([new FieldError("areaId", "Common.Required", "Đ5.6")]);
        }

        var last = context.Calendar.AddWorkingDays(context.Today, context.Settings.Int("Rev.AdHocDays"));
        return new ReviewProposal
        {
            CaseId = caseId,
            AdHoc = input,
            Year = context.Today.Year,
            AreaId = input.AreaId!,
            GroupId = groupId,
            Calendar = new ReviewCalendar { CollectiveBy = last },
            Consultants =
                [.. context.Directory.Data.Departments.Where(d => d.IsSpecialist)
                    .SelectMany(d => d.WorkDomains.Select(w => new ConsultantInput { DepartmentId = d.Id, Domain = w }))],
            Status = ReviewProposalStatus.CollectingInputs,
            IsInDossier = true,
            OpenedAt = context.Now,
            Version = 1,
        };
    }

    public ReviewSuggestion? Suggestion(ReviewSubjectType type, int? number) =>
        _suggestions.Find(s => s.SubjectType == type && s.Number == number);

    public Refusal? Check(string rule) => rule switch
    {
        "R-REV-01" => AuthorId.Length > 0 ? null : ReviewProposalRefusals.NotByLead,
        "R-REV-03" => IsStub || NoSuggestion || _suggestions.TrueForAll(s => s.IsKeptOffSystem
            || (!string.IsNullOrWhiteSpace(s.Content.Matter)
                && (!string.IsNullOrWhiteSpace(s.Content.Evidence) || s.Content.EvidenceCases is { Length: > 0 }
                    || !string.IsNullOrWhiteSpace(s.Content.NoEvidenceReason))))
            ? null : ReviewProposalRefusals.EvidenceNeeded,
        "R-REV-07" => IsAdHoc || (FinalRating is not null && FinalDocument is not null)
            ? null
            : ReviewProposalRefusals.NoFinalRating,
        _ => CommonRefusals.UnknownGuard(rule),
    };

    /// <summary>E-R11: the cycle's days have moved.</summary>
    public Result Follow(ReviewCalendar calendar)
    {
        if (CaseState != CaseState.Open)
        {
            return NotNow();
        }

        Calendar = calendar;
        return Done();
    }

    /// <summary>
    /// The step of this area that is under way gets another day: by the coordinator or the head, with a reason kept beside it.
    /// </summary>
    public Result Extend(ExtensionInput input, CaseContext context)
    {
        if (!IsExtendable)
        {
            return NotNow();
        }

        if (!context.Directory.HasRole(context.PrincipalId, Role.ReviewCoordinator, context.Today)
            && context.PrincipalId != context.Directory.Head(context.Today))
        {
            return Refusal.Forbidden;
        }

        if (input.NewDue < context.Today)
        {
            return Refusal.Invalid([new FieldError("newDue", "Common.InPast")]);
        }

        Calendar = Calendar.Moved(StepNow!, input.NewDue!.Value);
        return Done();
    }

    // The day that the step under way has to be done by; null where none of this area's waits for one.
    private string? StepNow => Status switch
    {
        ReviewProposalStatus.CollectingInputs => "inputsBy",
        ReviewProposalStatus.Drafting => "proposalsBy",
        ReviewProposalStatus.InConsultation => "consultedBy",
        ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned or ReviewProposalStatus.Withdrawn => "submittedBy",
        ReviewProposalStatus.AwaitingLeaderInCharge => "leadersBy",
        ReviewProposalStatus.AwaitingCollective when IsInDossier => "collectiveBy",
        ReviewProposalStatus.SubmittedToStandingCommittee => "outcomesBy",
        ReviewProposalStatus.DecidedByStandingCommittee => "issuedBy",
        ReviewProposalStatus.Issued => "reviewsBy",
        ReviewProposalStatus.Monitoring => "adviceBy",
        ReviewProposalStatus.Concluded => "closedBy",
        _ => null,
    };

    private bool IsExtendable =>
        StepNow is not (null or "collectiveBy" or "outcomesBy" or "issuedBy" or "closedBy");

    // The proposal goes on to a step, and whoever gets it late gets the time for it (section 6.1).
    private void GoTo(ReviewProposalStatus status, CaseContext context)
    {
        Status = status;
        GiveTime(StepNow, context);
    }

    private void GiveTime(string? step, CaseContext context)
    {
        int? days = step == "consultedBy" ? context.Settings.Int("Rev.ConsultDays") : null;
        if (IsAdHoc)
        {
            GiveTimeAdHoc(step, context);
        }
        else if (step is not null)
        {
            Calendar = Calendar.Given(step, context.Today, context.Calendar, days);
        }
    }

    // 6.2: only the collective has a day of its own there, and all before it end with it.
    private void GiveTimeAdHoc(string? step, CaseContext context)
    {
        var consulted = context.Calendar.AddWorkingDays(context.Today, context.Settings.Int("Rev.ConsultDays"));
        if (Calendar.CollectiveBy <= context.Today && !HasReachedCollective)
        {
            Calendar = Calendar with { CollectiveBy = consulted };
        }

        if (step == "consultedBy")
        {
            Calendar = Calendar with { ConsultedBy = consulted < Calendar.CollectiveBy ? consulted : Calendar.CollectiveBy };
        }
    }

    /// <summary>End of work of a day, moved to a working day; for an ad hoc review without a day of its own, null.</summary>
    public static DateTime? Due(DateOnly? day, CaseContext context) =>
        day is { } d ? context.Calendar.EndOfWork(context.Calendar.OnOrAfter(d)) : null;

    private DateOnly ConsultedByAdHoc(CaseContext context) =>
        context.Calendar.AddWorkingDays(VietnamTime.DayOf(OpenedAt), context.Settings.Int("Rev.ConsultDays"));

    private Result WriteContent(ProposalContent input, RatingInput? rating, CaseContext context)
    {
        if (WhyNotLead(context) is { } stranger)
        {
            return stranger;
        }

        var individuals = input.Individuals ?? [];
        var inside = Array.FindIndex(individuals, i => i.KeptOffSystem != true);
        if (inside >= 0 && context.Settings.Text("Rev.IndividualsInPortal") != "on")
        {
            return Refusal.Invalid([new FieldError($"individuals[{inside}].keptOffSystem", "Review.IndividualsOffSystem", "Đ7.A.6")]);
        }

        if (rating is not null && !input.IsStub() && (Scale ?? RatingScale.Usual).WhyNot(rating).ToList() is { Count: > 0 } unfit)
        {
            return Refusal.Invalid(unfit);
        }

        (AuthorId, IsStub, NoSuggestion, NoSuggestionReason, Rounds) =
            (context.PrincipalId, input.IsStub(), input.NoSuggestion == true, input.NoSuggestionReason ?? "", Rounds + 1);
        var told = _suggestions.Select(s => s.Content.ForHead()).ToHashSet();
        HasNewForHead = !NoSuggestion
            && (input.Suggestions ?? []).Concat(individuals).Any(s => s.IsForHead() && !told.Contains(s.ForHead()));
        ReplaceSuggestions(ReviewSubjectType.Collective, NoSuggestion ? [] : input.Suggestions ?? [], context);
        ReplaceSuggestions(ReviewSubjectType.Individual, NoSuggestion ? [] : individuals, context);
        if (rating is not null)
        {
            (ProposedRating, DecidedRating) = (rating.Level, null);
            NoteRating("Proposed", rating.Level!.Value, rating.ConditionReason ?? "", context);
        }

        Rated = new ReviewProposalInput
        {
            NoSuggestion = input.NoSuggestion,
            Rating = rating,
            ConflictedIds = input.ConflictedIds,
            Files = input.Files,
        };
        return Result.Ok;
    }

    // What was dropped stays with its number; what is written anew takes the place of the rest.
    private void ReplaceSuggestions(ReviewSubjectType type, SuggestionInput[] inputs, CaseContext context)
    {
        _suggestions.RemoveAll(s => s.SubjectType == type && s.Number > inputs.Length);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Suggestion(type, i + 1) is not { } existing)
            {
                existing = ReviewSuggestion.From(CaseId, type, i + 1, inputs[i]);
                _suggestions.Add(existing);
            }
            else if (existing.Content != inputs[i])
            {
                existing.Rewrite(inputs[i]);
            }

            existing.ChangeTo(SuggestionStatus.Proposed, inputs[i].SuggestedText, null, context);
        }
    }

    private void NoteRating(string stage, QualityRating level, string reason, CaseContext context) =>
        _ratings = [.. _ratings, new RatingChange(stage, level, reason, context.Actor.PersonId, context.ActingForId, context.Now)];

    // E-R2: opinions are taken until the dossier is made; ad hoc, where there is none, until the collective has decided.
    private Refusal? WhyNoOpinion(string departmentId)
    {
        if (Status is ReviewProposalStatus.CollectingInputs or ReviewProposalStatus.Drafting
            || !_consultations.Exists(c => c.DepartmentId == departmentId))
        {
            return NotNow();
        }

        return (IsInDossier && !IsAdHoc) || !IsBeforeDecision ? ReviewProposalRefusals.TooLateForOpinions : null;
    }

    private bool IsBeforeDecision =>
        Status is ReviewProposalStatus.InConsultation or ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned
        or ReviewProposalStatus.Withdrawn or ReviewProposalStatus.AwaitingLeaderInCharge or ReviewProposalStatus.AwaitingCollective;

    /// <summary>
    /// Who signs the opinion of a department: its head. X-08: not on a proposal of one's own; then another head of it, and where there is
    /// none a leader who does not decide on the proposal at step 7.
    /// </summary>
    public IReadOnlyList<string> SignersOf(string departmentId, OrganisationDirectory directory, DateOnly day)
    {
        var barred = Interested().ToHashSet();
        List<string> heads =
        [
            .. directory.PeopleWith(Role.DepartmentHead, day)
                .Where(p => directory.Person(p)?.DepartmentId == departmentId && !barred.Contains(p)),
        ];
        if (heads.Count > 0)
        {
            return heads;
        }

        var inCharge = directory.Data.Portfolios.FirstOrDefault(p => p.DepartmentId == departmentId && p.IsValidOn(day))?.PersonId;
        string?[] leaders = [inCharge, directory.StandingDeputy(day), .. directory.LeadersOn(day)];
        var decider = directory.LeaderInCharge(AreaId, GroupId, day);
        return [.. leaders.OfType<string>().Where(l => l != decider && !barred.Contains(l)).Take(1)];
    }

    private Refusal? WhyNotSigner(string departmentId, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (IsInterested(context))
        {
            return ReviewProposalRefusals.OwnProposal;
        }

        return SignersOf(departmentId, context.Directory, context.Today).Contains(context.PrincipalId) ? null : Refusal.Forbidden;
    }

    /// <summary>R-REV-01 [Q]: the lead, or who stands in for the lead.</summary>
    private Refusal? WhyNotLead(CaseContext context) =>
        context.WhyNotSomebody()
            ?? (context.PrincipalId == context.Directory.LeadOf(GroupId, context.Today)
                ? null
                : ReviewProposalRefusals.NotByLead);

    private Result ChangeConsultation(string departmentId, Func<DepartmentConsultation, DepartmentConsultation> change)
    {
        _consultations = [.. _consultations.Select(c => c.DepartmentId == departmentId ? change(c) : c)];
        return Done();
    }

    private Refusal? WhyNotItems(IEnumerable<int?>? items, string path, ReviewSubjectType type)
    {
        var numbers = (items ?? []).ToList();
        var bad = numbers.FindIndex(n => Suggestion(type, n) is null);
        var twice = numbers.FindIndex(n => numbers.IndexOf(n) != numbers.LastIndexOf(n));
        if (bad >= 0)
        {
            return Refusal.Invalid(
                [new FieldError($"{path}[{bad}].item", "Review.NoSuchSuggestion", null, _suggestions.Count(s => s.SubjectType == type))]);
        }

        return twice >= 0 ? Refusal.Invalid([new FieldError($"{path}[{twice}].item", "Review.TwiceDecided")]) : null;
    }

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
