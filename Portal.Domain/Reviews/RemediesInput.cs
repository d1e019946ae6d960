using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 17: what the unit has mended.</summary>
public sealed record RemediesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Report { get; init; }
}
