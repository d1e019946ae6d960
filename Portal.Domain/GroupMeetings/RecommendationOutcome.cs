namespace Portal.Domain.GroupMeetings;

/// <summary>What a group meeting made of an item.</summary>
public enum RecommendationOutcome
{
    Discussed,

    /// <summary>The group begins to work on it.</summary>
    Started,

    Resolved,
}
