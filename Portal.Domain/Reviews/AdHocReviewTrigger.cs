namespace Portal.Domain.Reviews;

public enum AdHocReviewTrigger
{
    SevereIssue,
    InspectionConclusion,
    PublicOpinion,
    LeaderRequest,
    Other,
}
