namespace Portal.Domain.Reviews;

/// <summary>Mức xếp loại chất lượng, four levels; the scale in force may change by year (P).</summary>
public enum QualityRating
{
    Excellent,
    Good,
    Completed,
    NotCompleted,
}

public enum ReviewSubjectType
{
    Collective,
    Individual,
}

/// <summary>Where the proposal of one area stands.</summary>
public enum ReviewProposalStatus
{
    NotStarted,
    CollectingInputs,
    Drafting,
    InConsultation,
    Finalizing,
    AwaitingLeaderInCharge,
    Returned,

    /// <summary>The leader in charge has passed it on; it waits for the dossier, or lies in it.</summary>
    AwaitingCollective,
    PassedByCollective,
    NotPassed,
    SubmittedToStandingCommittee,
    DecidedByStandingCommittee,
    Issued,

    /// <summary>The unit holds its review, explains and mends.</summary>
    Monitoring,
    Concluded,
    Closed,
    Withdrawn,
    Cancelled,
}

public enum SuggestionStatus
{
    Proposed,
    Amended,
    DroppedByLeader,
    DroppedByCollective,
    Approved,
    ApprovedWithChange,
    NotApproved,
    Issued,
    Accepted,
    PartlyAccepted,
    NotAccepted,
    CarriedOver,
}

public enum ReviewCycleStatus
{
    Draft,
    AwaitingHead,
    Returned,
    InProgress,

    /// <summary>The dossier lies before the collective.</summary>
    Consolidated,
    SubmittedToStandingCommittee,
    Closed,
    Cancelled,
}

public enum ReviewScope
{
    Collectives,
    CollectivesAndIndividuals,
}

public enum ConditionState
{
    Met,
    NotMet,
    Unknown,
}

public enum ConsultationStance
{
    Agree,
    AgreeWithChange,
    Disagree,
}

public enum OpinionHandling
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
}

public enum LeaderDecisionKind
{
    Keep,
    Amend,
    Drop,
}

public enum RatingDecisionKind
{
    Keep,
    Change,
}

public enum CollectiveForm
{
    CollectiveMeeting,
    WrittenOpinion,
}

public enum StandingCommitteeOutcome
{
    Approved,
    ApprovedWithChange,
    NotApproved,
}

/// <summary>How the unit's explanation is judged (F18).</summary>
public enum FollowUpAssessment
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
    CarriedOver,
}

public enum AdHocReviewTrigger
{
    SevereIssue,
    InspectionConclusion,
    PublicOpinion,
    LeaderRequest,
    Other,
}

public enum QuotaOverrideKind
{
    /// <summary>The exceptional percentage applies to this comparable group.</summary>
    ExceptionalPercent,

    /// <summary>The ceiling does not hold for this comparable group.</summary>
    Override,
}
