using Portal.Domain.Feedback;

namespace Portal.Web.Processes.Feedback;

/// <summary>Which feedback is listed, and how. The newest first unless said otherwise.</summary>
/// <param name="Clause">Only about this clause; empty for all.</param>
/// <param name="Status">Only those that stand so; null for all.</param>
/// <param name="Page">From 0.</param>
public sealed record FeedbackFilter(
    string Clause = "", FeedbackStatus? Status = null, FeedbackSort Sort = FeedbackSort.Submitted, bool IsDescending = true, int Page = 0);
