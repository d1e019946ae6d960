using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>To which department an item is given (Đ11), and what it is asked.</summary>
public sealed record ItemReleaseInput : IItemWords
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DepartmentId { get; init; }

    public string? Words { get; init; }
}
