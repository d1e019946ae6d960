namespace Portal.Domain.Feedback;

/// <summary>S-12 (Đ13.3).</summary>
public enum FeedbackStatus
{
    Submitted,
    Considered,
    Accepted,
    Rejected,
    IncludedInRevision,
    Withdrawn,
}
