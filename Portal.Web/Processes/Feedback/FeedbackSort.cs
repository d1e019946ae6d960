namespace Portal.Web.Processes.Feedback;

/// <summary>What feedback is listed by, each along an index.</summary>
public enum FeedbackSort
{
    Submitted,
    Clause,
}
