namespace Portal.Domain.GroupMeetings;

/// <summary>Work that the meeting gives to a member.</summary>
public sealed record GroupTaskInput
{
    public string? Content { get; init; }

    public string? AssigneeId { get; init; }

    public DateOnly? Due { get; init; }
}
