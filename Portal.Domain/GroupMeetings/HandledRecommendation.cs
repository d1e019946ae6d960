namespace Portal.Domain.GroupMeetings;

/// <summary>An open item of one of the group's areas (Đ5.1), with what the meeting made of it; not spoken of without an outcome.</summary>
public sealed record HandledRecommendation
{
    /// <summary>Number in the minutes, from 1.</summary>
    public int? Item { get; init; }

    public Guid? ItemId { get; init; }

    /// <summary>What it says, as its own record has it.</summary>
    public string? What { get; init; }

    public RecommendationOutcome? Outcome { get; init; }

    public string? Words { get; init; }
}
