namespace Portal.Domain.LeaderTasks;

/// <summary>S-04.</summary>
public enum LeaderTaskStatus
{
    Assigned,
    Accepted,
    InProgress,
    Reported,
    Returned,
    Closed,
    Cancelled,
}
