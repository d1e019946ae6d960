using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>An event happened; every wait for its name goes on.</summary>
public sealed record EventStimulus(string Name, JsonNode? Payload = null) : Stimulus;
