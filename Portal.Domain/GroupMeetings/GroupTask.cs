namespace Portal.Domain.GroupMeetings;

/// <summary>Work that a group meeting gave to one of its members (Đ7.B.1).</summary>
/// <param name="Number">From 1, as it stands in the minutes.</param>
/// <param name="Content">Empty where the minutes lie outside of the system.</param>
/// <param name="Due">Last day on which it is in time.</param>
public sealed record GroupTask(int Number, string Content, string AssigneeId, DateOnly Due)
{
    public GroupTaskState State { get; init; }
}
