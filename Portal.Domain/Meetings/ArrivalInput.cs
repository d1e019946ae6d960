using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>Step 6: when the attendee arrived (R-ATT-04).</summary>
public sealed record ArrivalInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? ArrivedAt { get; init; }

    public string? LateReason { get; init; }
}
