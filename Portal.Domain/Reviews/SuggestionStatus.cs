namespace Portal.Domain.Reviews;

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
