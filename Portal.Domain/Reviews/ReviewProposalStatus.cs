namespace Portal.Domain.Reviews;

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
