using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>After consent: further people, who need a new one (R-ATT-11).</summary>
public sealed record ExtraRequestInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ExtraAttendeeInput[]? Extras { get; init; }

    public string? NecessityReason { get; init; }
}
