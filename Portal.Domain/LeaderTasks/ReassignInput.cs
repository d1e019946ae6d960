using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>Another person, with a reason.</summary>
public sealed record ReassignInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AssigneeId { get; init; }

    public string? Reason { get; init; }
}
