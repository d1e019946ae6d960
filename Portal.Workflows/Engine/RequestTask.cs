using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

public sealed record RequestTask(int WaitId, string TaskName, JsonNode? Payload) : Effect;
