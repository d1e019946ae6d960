using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>What a leader assigns (Đ5.7).</summary>
public sealed record LeaderTaskInput : IGatedInput, IGivenToOne
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Content { get; init; }

    /// <summary>The person who does it; this or <see cref="GroupId"/>, never both.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>The group that does it.</summary>
    public string? GroupId { get; init; }

    public DateOnly? Due { get; init; }

    public string? Domain { get; init; }

    public string? AreaId { get; init; }
}
