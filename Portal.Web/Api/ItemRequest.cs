using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <summary><c>POST items</c> and <c>POST items/{id}/{act}</c>.</summary>
/// <param name="Form">What is entered, or said with the act; its fields are those of the screen.</param>
/// <param name="Version">Of an act: version of the item as it was read; another one in the meantime is told (409).</param>
public sealed record ItemRequest(JsonObject? Form = null, int? Version = null);
