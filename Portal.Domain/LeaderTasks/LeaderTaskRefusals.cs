using Portal.Domain.Common;

namespace Portal.Domain.LeaderTasks;

/// <summary>To whom a leader task says no.</summary>
public static class LeaderTaskRefusals
{
    /// <summary>Leaders of the Committee set tasks.</summary>
    public static Refusal OnlyLeaders { get; } = Refusal.NotAllowed("Task.OnlyLeaders", "Đ5.7");
}
