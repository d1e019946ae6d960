using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Forms;

/// <summary>A row that one press adds to a list of a form.</summary>
/// <param name="Label">What it would be about.</param>
/// <param name="Why">Why it is offered.</param>
/// <param name="Row">The row, filled in as far as it is known.</param>
public sealed record RowOffer(string Label, string Why, JsonObject Row);
