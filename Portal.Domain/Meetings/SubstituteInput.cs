using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>E-M3: somebody else goes, or nobody.</summary>
public sealed record SubstituteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? NomineeId { get; init; }

    public string? Reason { get; init; }
}
