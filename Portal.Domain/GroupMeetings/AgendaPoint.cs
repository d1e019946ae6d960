namespace Portal.Domain.GroupMeetings;

/// <summary>One point of the agenda.</summary>
public sealed record AgendaPoint
{
    public string? Topic { get; init; }
}
