namespace Portal.Domain.LeaderTasks;

/// <summary>States of a leader task (S-04).</summary>
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
