using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

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
