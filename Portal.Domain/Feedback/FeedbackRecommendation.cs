namespace Portal.Domain.Feedback;

/// <summary>What whoever considered a feedback advises the leaders to do.</summary>
public enum FeedbackRecommendation
{
    Accept,
    Reject,
}
