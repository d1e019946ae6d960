using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>A legal basis of the cycle, as it is cited.</summary>
public sealed record LegalBasisInput
{
    public string? Document { get; init; }
}

/// <summary>Days by which the steps of an annual cycle are due; all [D]. A day off moves to the next working day .</summary>
public sealed record ReviewCalendar
{
    public DateOnly? InputsBy { get; init; }

    public DateOnly? ProposalsBy { get; init; }

    public DateOnly? ConsultedBy { get; init; }

    public DateOnly? SubmittedBy { get; init; }

    public DateOnly? LeadersBy { get; init; }

    public DateOnly? DossierBy { get; init; }

    public DateOnly? CollectiveBy { get; init; }

    public DateOnly? SentBy { get; init; }

    public DateOnly? OutcomesBy { get; init; }

    public DateOnly? IssuedBy { get; init; }

    public DateOnly? ReviewsBy { get; init; }

    public DateOnly? AdviceBy { get; init; }

    public DateOnly? ConclusionsBy { get; init; }

    public DateOnly? ClosedBy { get; init; }

    /// <summary>Section 6.1.</summary>
    public static ReviewCalendar Of(int year) => new()
    {
        InputsBy = new(year, 10, 25),
        ProposalsBy = new(year, 11, 5),
        ConsultedBy = new(year, 11, 10),
        SubmittedBy = new(year, 11, 13),
        LeadersBy = new(year, 11, 18),
        DossierBy = new(year, 11, 22),
        CollectiveBy = new(year, 11, 27),
        SentBy = new(year, 11, 30),
        OutcomesBy = new(year, 12, 10),
        IssuedBy = new(year, 12, 12),
        ReviewsBy = new(year, 12, 25),
        AdviceBy = new(year, 12, 31),
        ConclusionsBy = new(year + 1, 1, 10),
        ClosedBy = new(year + 1, 1, 31),
    };

    public IReadOnlyList<(string Name, DateOnly? Day)> Days() =>
    [
        ("inputsBy", InputsBy), ("proposalsBy", ProposalsBy), ("consultedBy", ConsultedBy), ("submittedBy", SubmittedBy), ("leadersBy", LeadersBy), ("dossierBy", DossierBy),
        ("collectiveBy", CollectiveBy), ("sentBy", SentBy), ("outcomesBy", OutcomesBy), ("issuedBy", IssuedBy), ("reviewsBy", ReviewsBy), ("adviceBy", AdviceBy),
        ("conclusionsBy", ConclusionsBy), ("closedBy", ClosedBy),
    ];

    /// <summary>Days that have not come yet move by as many days; what is past stays.</summary>
    public ReviewCalendar Shift(int days, DateOnly today)
    {
        DateOnly? Move(DateOnly? day) => day >= today ? day.Value.AddDays(days) : day;
        return new ReviewCalendar
        {
            InputsBy = Move(InputsBy),
            ProposalsBy = Move(ProposalsBy),
            ConsultedBy = Move(ConsultedBy),
            SubmittedBy = Move(SubmittedBy),
            LeadersBy = Move(LeadersBy),
            DossierBy = Move(DossierBy),
            CollectiveBy = Move(CollectiveBy),
            SentBy = Move(SentBy),
            OutcomesBy = Move(OutcomesBy),
            IssuedBy = Move(IssuedBy),
            ReviewsBy = Move(ReviewsBy),
            AdviceBy = Move(AdviceBy),
            ConclusionsBy = Move(ConclusionsBy),
            ClosedBy = Move(ClosedBy),
        };
    }
}

/// <summary>Areas with similar duties, for the quota.</summary>
public sealed record ComparableGroupInput
{
    public string? Name { get; init; }

    public string[]? AreaIds { get; init; }
}

public sealed record QuotaInput
{
    public int? Percent { get; init; }

    /// <summary>Applied where the head allows it for a comparable group.</summary>
    public int? ExceptionalPercent { get; init; }

    public QuotaBase? Base { get; init; }

    public QuotaRounding? Rounding { get; init; }
}

/// <summary>The department that is asked about a field of work.</summary>
public sealed record ConsultantInput
{
    public string? Domain { get; init; }

    public string? DepartmentId { get; init; }
}

/// <summary>F11 Kỳ kiểm điểm.</summary>
public sealed record ReviewCycleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Year { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose group an area belongs to counts on this day (E-R7).</summary>
    public DateOnly? ReferenceDate { get; init; }

    public LegalBasisInput[]? LegalBases { get; init; }

    public ReviewScope? Scope { get; init; }

    public bool? UsesScore { get; init; }

    public QuotaInput? Quota { get; init; }

    public ComparableGroupInput[]? ComparableGroups { get; init; }

    public ConsultantInput[]? Consultants { get; init; }

    public ReviewCalendar? Calendar { get; init; }

    public string? Instructions { get; init; }

    public IEnumerable<string> AllAreas() => (ComparableGroups ?? []).SelectMany(g => g.AreaIds ?? []);
}

/// <summary>An area that the dossier goes without (E-R12).</summary>
public sealed record DossierGap
{
    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 8.</summary>
public sealed record DossierInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DossierGap[]? Gaps { get; init; }

    public string? Note { get; init; }
}

/// <summary>Step 8, <i>Đề nghị xem lại</i>: one area goes back to its leader.</summary>
public sealed record ReviewAgainInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}

public sealed record QuotaOverrideInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Group { get; init; }

    public QuotaOverrideKind? Kind { get; init; }

    public string? Reason { get; init; }
}

/// <summary>E-R11: the days that have not come yet move.</summary>
public sealed record RescheduleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Calendar days; negative moves forward in time.</summary>
    public int? Days { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 10: number and date are entered, never invented .</summary>
public sealed record SubmissionSentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Note { get; init; }
}

public sealed record MemberMatter
{
    public string? Matter { get; init; }

    public string? Evidence { get; init; }

    public string? SuggestedSubject { get; init; }
}

/// <summary>F12 Góp ý của thành viên. What concerns individuals is kept apart.</summary>
public sealed record MemberInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public MemberMatter[]? Matters { get; init; }

    public MemberMatter[]? IndividualMatters { get; init; }

    public QualityRating? RatingView { get; init; }
}

/// <summary>One suggestion of F13, on a collective or on an individual.</summary>
public sealed record SuggestionInput
{
    /// <summary>Individuals only: the content lies outside of the system (R-REV-11, X-03).</summary>
    public bool? KeptOffSystem { get; init; }

    public OffSystemStub? Stub { get; init; }

    public string? SubjectName { get; init; }

    public string? Domain { get; init; }

    public string? Matter { get; init; }

    public string? Evidence { get; init; }

    public Guid[]? EvidenceCases { get; init; }

    public string? NoEvidenceReason { get; init; }

    public string? SuggestedText { get; init; }

    public bool? ClarifyCause { get; init; }

    public bool? ClarifyCollective { get; init; }

    public bool? ClarifyIndividuals { get; init; }

    public bool? ClarifyRemedy { get; init; }

    public string? BasisDocument { get; init; }

    public string? Earlier { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    /// <summary>Đ7.A.4: goes to the head at once (R-REV-04).</summary>
    public bool IsForHead() => DemocraticCentralism == true || LeadershipUnity == true || PersonnelOfStandingCommittee == true;
}

/// <summary>Conditions of the highest level, each as far as it is known (R-REV-06).</summary>
public sealed record RatingConditions
{
    public ConditionState? Targets { get; init; }

    public ConditionState? Unity { get; init; }

    public ConditionState? Discipline { get; init; }

    public ConditionState? Subordinates { get; init; }

    public bool AnyNotMet() => new[] { Targets, Unity, Discipline, Subordinates }.Contains(ConditionState.NotMet);
}

public sealed record RatingInput
{
    public QualityRating? Level { get; init; }

    /// <summary>0 to 100, where the scale in force uses points.</summary>
    public int? Score { get; init; }

    public string? Justification { get; init; }

    public RatingConditions? Conditions { get; init; }

    /// <summary>Why the highest level although a condition is not met.</summary>
    public string? ConditionReason { get; init; }
}

/// <summary>What became of a department's opinion.</summary>
public sealed record OpinionHandlingInput
{
    public string? DepartmentId { get; init; }

    public OpinionHandling? Handling { get; init; }

    public string? Reason { get; init; }
}

/// <summary>F13 without the rating: what annual and ad hoc proposals share.</summary>
public abstract record ProposalContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? NoSuggestion { get; init; }

    public string? NoSuggestionReason { get; init; }

    public SuggestionInput[]? Suggestions { get; init; }

    public SuggestionInput[]? Individuals { get; init; }

    /// <summary>Staff who are concerned themselves, or related to a subject: they do not act here (R-REV-09).</summary>
    public string[]? ConflictedIds { get; init; }

    public Guid[]? Files { get; init; }
}

/// <summary>F13, step 4.</summary>
public record ReviewProposalInput : ProposalContent
{
    public RatingInput? Rating { get; init; }
}

/// <summary>F13 with the handling of each opinion, step 6.</summary>
public sealed record ReviewFinalInput : ReviewProposalInput
{
    public OpinionHandlingInput[]? Handling { get; init; }
}

/// <summary>F13 of the ad hoc variant.</summary>
public sealed record AdHocProposalInput : ProposalContent
{
    /// <summary>Why no department is asked.</summary>
    public string? SkipConsultReason { get; init; }
}

public sealed record AdHocFinalInput : ProposalContent
{
    public OpinionHandlingInput[]? Handling { get; init; }
}

/// <summary>A stance that differs from the department's general one, by the number of the suggestion on a collective.</summary>
public sealed record ItemStance
{
    public int? Item { get; init; }

    public ConsultationStance? Stance { get; init; }

    public string? Comment { get; init; }
}

/// <summary>F14 Ý kiến phòng chuyên môn.</summary>
public sealed record ConsultationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Comment { get; init; }

    public ItemStance[]? Items { get; init; }

    public string? AdditionalMatters { get; init; }
}

/// <summary>The head of a department has somebody prepare the opinion.</summary>
public sealed record AssignOpinionInput
{
    public string? StaffId { get; init; }
}

/// <summary>F15: what becomes of one suggestion; one that is not named is kept.</summary>
public sealed record ItemDecision
{
    /// <summary>Number in its list, from 1.</summary>
    public int? Item { get; init; }

    public LeaderDecisionKind? Decision { get; init; }

    public string? Text { get; init; }

    public string? Reason { get; init; }
}

public abstract record DecisionContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemDecision[]? Suggestions { get; init; }

    public ItemDecision[]? Individuals { get; init; }

    public string? Opinion { get; init; }
}

/// <summary>F15 Xem xét đề xuất.</summary>
public record ReviewDecisionInput : DecisionContent, IRatingDecision
{
    public RatingDecisionKind? RatingDecision { get; init; }

    public QualityRating? RatingLevel { get; init; }

    public string? RatingReason { get; init; }
}

public record AdHocDecisionInput : DecisionContent;

public interface IRatingDecision
{
    RatingDecisionKind? RatingDecision { get; }

    QualityRating? RatingLevel { get; }

    string? RatingReason { get; }
}

/// <summary>How the collective decided.</summary>
public interface ICollectiveDecision
{
    DateOnly? MeetingDate { get; }

    CollectiveForm? Form { get; }
}

/// <summary>F16.</summary>
public sealed record CollectiveDecisionInput : ReviewDecisionInput, ICollectiveDecision
{
    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Present { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public string? ConclusionDocument { get; init; }
}

public sealed record AdHocCollectiveInput : AdHocDecisionInput, ICollectiveDecision
{
    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Present { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public string? ConclusionDocument { get; init; }
}

public sealed record ItemOutcome
{
    public int? Item { get; init; }

    public StandingCommitteeOutcome? Outcome { get; init; }

    public string? FinalText { get; init; }
}

/// <summary>F17 Kết luận của Ban Thường vụ.</summary>
public sealed record OutcomeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public ItemOutcome[]? Suggestions { get; init; }

    public ItemOutcome[]? Individuals { get; init; }

    /// <summary>E-R9: the head lets the group know what was decided.</summary>
    public bool? ReleasedToGroup { get; init; }
}

/// <summary>Step 12.</summary>
public sealed record IssueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Addressee { get; init; }
}

/// <summary>Step 13: the unit's review has been held.</summary>
public sealed record ConferenceInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>The meeting that the group attended (P2).</summary>
    public Guid[]? AttendanceCases { get; init; }

    public string? ReportDocument { get; init; }
}

public sealed record PostponedInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDate { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The unit's answer to one suggestion, and what the group thinks of it (F18).</summary>
public sealed record ItemFollowUp
{
    public int? Item { get; init; }

    public string? Explanation { get; init; }

    public string? Cause { get; init; }

    public string? Responsibility { get; init; }

    public FollowUpAssessment? Assessment { get; init; }

    public string? Reason { get; init; }
}

public sealed record RemedyInput
{
    public int? Item { get; init; }

    public string? What { get; init; }

    public string? Who { get; init; }

    public DateOnly? By { get; init; }
}

public abstract record AdviceContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemFollowUp[]? Suggestions { get; init; }

    public ItemFollowUp[]? Individuals { get; init; }

    public RemedyInput[]? Remedies { get; init; }

    public RemedyInput[]? IndividualRemedies { get; init; }

    public string? Remark { get; init; }
}

/// <summary>F18 and F19.</summary>
public sealed record AdviceInput : AdviceContent
{
    public QualityRating? AdvisedRating { get; init; }

    public string? ChangeReason { get; init; }
}

public sealed record AdHocAdviceInput : AdviceContent;

/// <summary>Step 15.</summary>
public sealed record ConclusionInput : IGatedInput, ICollectiveDecision
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? MeetingDate { get; init; }

    public CollectiveForm? Form { get; init; }

    public string? Opinion { get; init; }

    public string? ConclusionDocument { get; init; }
}

/// <summary>Step 16 Mức xếp loại chính thức: as it was decided, by whom and with which document.</summary>
public sealed record FinalRatingInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public QualityRating? Level { get; init; }

    public string? DecidingBody { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }
}

/// <summary>Step 17.</summary>
public sealed record RemediesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Report { get; init; }
}

/// <summary>The start of the ad hoc variant (6.2).</summary>
public sealed record AdHocReviewInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public AdHocReviewTrigger? Trigger { get; init; }

    public string? TriggerText { get; init; }
}
