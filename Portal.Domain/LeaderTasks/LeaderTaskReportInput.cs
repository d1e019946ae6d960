using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed record LeaderTaskReportInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Report { get; init; }

    public Guid[]? Files { get; init; }
}
