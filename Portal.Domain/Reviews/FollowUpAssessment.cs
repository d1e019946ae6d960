namespace Portal.Domain.Reviews;

/// <summary>How the unit's explanation is judged (F18).</summary>
public enum FollowUpAssessment
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
    CarriedOver,
}
