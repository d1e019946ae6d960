using Portal.Domain.Common;

namespace Portal.Domain.LeaderTasks;

/// <summary>Refusals of a leader task.</summary>
public static class LeaderTaskRefusals
{
    /// <summary>Leaders of the Committee set tasks.</summary>
    public static Refusal OnlyLeaders { get; } = Refusal.NotAllowed("Task.OnlyLeaders", "Đ5.7");
}
