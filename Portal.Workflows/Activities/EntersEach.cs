using System.Text.Json.Nodes;

namespace Portal.Workflows.Activities;

/// <summary>Runs the body once for each item, all at the same time.</summary>
public sealed record EntersEach(IReadOnlyList<JsonNode?> Items) : ActivityResult;
