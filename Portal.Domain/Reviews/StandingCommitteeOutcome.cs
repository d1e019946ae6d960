namespace Portal.Domain.Reviews;

public enum StandingCommitteeOutcome
{
    Approved,
    ApprovedWithChange,
    NotApproved,
}
