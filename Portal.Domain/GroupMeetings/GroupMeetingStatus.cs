namespace Portal.Domain.GroupMeetings;

/// <summary>How far a group meeting is (Đ7.B.2).</summary>
public enum GroupMeetingStatus
{
    /// <summary>The lead has called it.</summary>
    Called,

    /// <summary>The minutes are there; what was given out is being done.</summary>
    UnderWay,

    Closed,

    Cancelled,
}
