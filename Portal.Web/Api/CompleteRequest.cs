using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Portal.Domain.Forms;

namespace Portal.Web.Api;

/// <summary><c>POST tasks/{id}/complete</c>.</summary>
/// <param name="Outcome">Key of the outcome, one of the step's actions.</param>
/// <param name="Form">The form of the step or of the outcome.</param>
/// <param name="Comment">Fills the opinion or reason of the form where that is empty.</param>
/// <param name="Version">Version of the step as it was read: another one in the meantime is told (409).</param>
/// <param name="Extra">What the step asks beside its form.</param>
public sealed record CompleteRequest(
    [property: MaxLength(100)] string Outcome, JsonObject? Form = null, [property: MaxLength(FormText.LongestText)] string? Comment = null,
    int? Version = null, JsonObject? Extra = null);
