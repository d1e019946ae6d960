using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 8, <i>Đề nghị xem lại</i>: one area goes back to its leader.</summary>
public sealed record ReviewAgainInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}
