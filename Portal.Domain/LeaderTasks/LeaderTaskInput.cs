using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>What a leader assigns (Đ5.7).</summary>
public sealed record LeaderTaskInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Content { get; init; }

    public string? AssigneeId { get; init; }

    public DateOnly? Due { get; init; }

    public string? Domain { get; init; }

    public string? AreaId { get; init; }
}
