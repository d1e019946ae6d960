using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <summary><c>POST cases</c>. Times inside forms are local time of Viet Nam, without offset.</summary>
public sealed record StartRequest(string Process, string Outcome, JsonObject Form, JsonObject? Extra);
