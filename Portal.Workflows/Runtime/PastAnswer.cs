using System.Text.Json.Nodes;

namespace Portal.Workflows.Runtime;

/// <summary>What somebody once did at a step.</summary>
public sealed record PastAnswer(
    string StepId, string? Item, string Action, string PersonId, DateTime At, JsonObject Form, JsonObject? Extra);
