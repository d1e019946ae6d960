using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F3 Liên hệ trước: one row for each area (E-T10).</summary>
public sealed record PriorContactInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public AreaContactInput[]? Contacts { get; init; }
}
