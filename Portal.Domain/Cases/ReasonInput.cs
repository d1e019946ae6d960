using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>Reason of a withdrawal, of not going, of a refusal to confirm.</summary>
public sealed record ReasonInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Reason { get; init; }
}
