using System.Text.Json.Nodes;

namespace Portal.Workflows.Runtime;

/// <summary>What a person sent at a step.</summary>
public sealed record StepAnswer(string StepId, string? FormKey, string Action, JsonObject Form);
