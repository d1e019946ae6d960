using Portal.Domain.Common;

namespace Portal.Domain.GroupMeetings;

/// <summary>Refusals of a group meeting.</summary>
public static class GroupMeetingRefusals
{
    /// <summary>Đ7.B.2 [Q]: the lead calls the group together, records and gives out.</summary>
    public static Refusal OnlyLead { get; } = Refusal.NotAllowed("GroupMeeting.OnlyLead", "Đ7.B.2");

    /// <summary>Minutes of what has not begun.</summary>
    public static Refusal NotYetHeld { get; } = Refusal.NotNow("GroupMeeting.NotYetHeld", "Đ7.B.2");

    /// <summary>Who was given the work says what came of it.</summary>
    public static Refusal OnlyAssignee { get; } = Refusal.NotAllowed("GroupMeeting.OnlyAssignee", "Đ7.B.1");

    /// <summary>There is no such work, or it is done with.</summary>
    public static Refusal NoOpenTask { get; } = Refusal.NotNow("GroupMeeting.NoOpenTask", "Đ7.B.1");

    /// <summary>Somebody still has work from it.</summary>
    public static Refusal TasksOpen { get; } = Refusal.NotNow("GroupMeeting.TasksOpen", "Đ7.B.1");
}
