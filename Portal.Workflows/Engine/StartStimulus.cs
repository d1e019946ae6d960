using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>The beginning; nothing has run yet.</summary>
/// <param name="Input">What a case that dispatches this one hands over, read by <c>getInput</c> where the process has no fact of that
/// name.</param>
public sealed record StartStimulus(JsonObject? Input = null, string? CorrelationId = null) : Stimulus;
