namespace Portal.Domain.GroupMeetings;

/// <summary>Shortcomings that judge people, or are the head's: kept beside the minutes, Restricted .</summary>
public sealed record GroupMinutesApart
{
    public Shortcoming[]? Shortcomings { get; init; }
}
