using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Forms;

/// <summary>How rows come into a list of a form.</summary>
/// <param name="Blank">What any new row begins with.</param>
/// <param name="Offers">Rows that are offered, the likeliest first.</param>
public sealed record RowsToAdd(JsonObject Blank, IReadOnlyList<RowOffer> Offers)
{
    public static RowsToAdd None { get; } = new([], []);
}
