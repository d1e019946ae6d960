using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>One of the cases that an activity dispatched and waits for has ended; or, where it does not wait for the end, has come to
/// rest.</summary>
/// <param name="Report"><c>{workflowInstanceId, status, subStatus, output, correlationId}</c>, as Elsa reports a child.</param>
public sealed record ChildEndedStimulus(int WaitId, JsonObject? Report = null) : Stimulus;
