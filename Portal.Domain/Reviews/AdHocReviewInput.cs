using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>The start of the ad hoc variant (6.2).</summary>
public sealed record AdHocReviewInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public AdHocReviewTrigger? Trigger { get; init; }

    public string? TriggerText { get; init; }
}
