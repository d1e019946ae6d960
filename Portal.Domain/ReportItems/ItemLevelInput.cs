using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>Another level, and why.</summary>
public sealed record ItemLevelInput : IItemWords
{
    public SecrecyGate? Secrecy { get; init; }

    public ReportItemLevel? Level { get; init; }

    public string? Words { get; init; }
}
