using Portal.Domain.Common;

namespace Portal.Domain.LeaderTasks;

/// <summary>Refusals of a leader task.</summary>
public static class LeaderTaskRefusals
{
    /// <summary>Leaders of the Committee set tasks.</summary>
    public static Refusal OnlyLeaders { get; } = Refusal.NotAllowed("Task.OnlyLeaders", "Đ5.7");

    /// <summary>A later day was asked for already, and the leader has not answered.</summary>
    public static Refusal AlreadyAsked { get; } = Refusal.NotNow("Task.AlreadyAsked", "Đ5.7");

    /// <summary>Nobody asks for a later day, or the request has been answered or has fallen.</summary>
    public static Refusal NothingAsked { get; } = Refusal.NotNow("Task.NothingAsked", "Đ5.7");
}
