using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <summary><c>POST cases</c>.</summary>
/// <param name="Process">Key of the process.</param>
/// <param name="Outcome">Key of the outcome of its first step.</param>
/// <param name="Form">The first form, by the schema that <c>GET processes</c> gives.</param>
/// <param name="Extra">What the first step asks beside its form.</param>
public sealed record StartRequest(
    [property: MaxLength(100)] string Process, [property: MaxLength(100)] string Outcome, JsonObject Form, JsonObject? Extra = null);
