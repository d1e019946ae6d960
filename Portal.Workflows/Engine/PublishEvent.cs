using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <param name="IsLocal">Only for the instance itself; else also for the cases it dispatched.</param>
public sealed record PublishEvent(string Name, JsonNode? Payload, bool IsLocal) : Effect;
