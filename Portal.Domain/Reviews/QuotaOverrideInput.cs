using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed record QuotaOverrideInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Group { get; init; }

    public QuotaOverrideKind? Kind { get; init; }

    public string? Reason { get; init; }
}
