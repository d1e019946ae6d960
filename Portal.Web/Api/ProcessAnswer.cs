using System.Text.Json.Nodes;

namespace Portal.Web.Api;

/// <summary>
/// A process one may start, with the JSON schema of its first form and what its first step asks beside it (<c>extra</c>).
/// </summary>
/// <param name="Required">Fields of the form, optional by its schema, that the step demands.</param>
/// <param name="Hidden">Fields of the form that the step does not take.</param>
public sealed record ProcessAnswer(
    string Key, string Name, string FormKey, IReadOnlyList<ActionAnswer> Actions, JsonNode Schema, IReadOnlyList<ExtraFieldAnswer> Extra,
    IReadOnlyList<string> Required, IReadOnlyList<string> Hidden);
