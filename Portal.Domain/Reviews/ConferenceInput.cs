using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 13: the unit's review has been held.</summary>
public sealed record ConferenceInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>The meeting that the group attended (P2).</summary>
    public Guid[]? AttendanceCases { get; init; }

    public string? ReportDocument { get; init; }
}
