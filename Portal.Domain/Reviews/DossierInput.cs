using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 8: the dossier that the coordinator submits to the collective.</summary>
public sealed record DossierInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DossierGap[]? Gaps { get; init; }

    public string? Note { get; init; }
}
