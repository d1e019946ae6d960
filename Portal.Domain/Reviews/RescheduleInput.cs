using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>E-R11: the days that have not come yet move.</summary>
public sealed record RescheduleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Calendar days; negative moves forward in time.</summary>
    public int? Days { get; init; }

    public string? Reason { get; init; }
}
