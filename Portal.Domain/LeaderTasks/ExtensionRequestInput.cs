using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>Xin gia hạn: a later day that the assignee asks for, and why.</summary>
public sealed record ExtensionRequestInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }
}
