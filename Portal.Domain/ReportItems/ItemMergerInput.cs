using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>The item that goes on for both, and why they are the same.</summary>
public sealed record ItemMergerInput : IItemWords
{
    public SecrecyGate? Secrecy { get; init; }

    public Guid? IntoId { get; init; }

    public string? Words { get; init; }
}
