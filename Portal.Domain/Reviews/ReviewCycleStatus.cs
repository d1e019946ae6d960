namespace Portal.Domain.Reviews;

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
