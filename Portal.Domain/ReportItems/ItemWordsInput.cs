using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>An act on an item that says something: a reason, an answer, a result.</summary>
public sealed record ItemWordsInput : IItemWords
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Words { get; init; }
}
