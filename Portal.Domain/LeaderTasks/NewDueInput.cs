using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>A later day, with a reason.</summary>
public sealed record NewDueInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }
}
