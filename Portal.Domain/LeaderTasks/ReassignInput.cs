using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>Another person or group, with a reason.</summary>
public sealed record ReassignInput : IGatedInput, IGivenToOne
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>The person who has it from now on; this or <see cref="GroupId"/>, never both.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>The group that does it.</summary>
    public string? GroupId { get; init; }

    public string? Reason { get; init; }
}
