using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>E-T6: the leader sets a later day before the report is late.</summary>
public sealed record ExtensionInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Reason { get; init; }
}
