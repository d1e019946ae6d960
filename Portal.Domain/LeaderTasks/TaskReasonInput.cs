using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed record TaskReasonInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Reason { get; init; }
}
