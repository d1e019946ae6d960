using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 17: what the unit has mended, remedy by remedy.</summary>
public sealed record RemediesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public RemedyProgress[]? Followed { get; init; }

    public RemedyProgress[]? IndividualFollowed { get; init; }

    public string? Report { get; init; }
}
