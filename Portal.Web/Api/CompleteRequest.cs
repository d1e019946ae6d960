using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <summary><c>POST tasks/{id}/complete</c>. <c>Comment</c> fills the opinion or reason of the form where that is empty.</summary>
public sealed record CompleteRequest(string Outcome, JsonObject? Form, string? Comment, int? Version, JsonObject? Extra);
