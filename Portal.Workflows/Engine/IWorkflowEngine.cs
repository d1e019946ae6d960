using System.Text.Json.Nodes;

namespace Portal.Workflows.Engine;

/// <summary>
/// What walks through a definition: from how an instance stands and what happened, how it stands then and what follows for people, time and
/// the case. It reads and writes nothing else. The portal's own is <see cref="Runner"/>; a host with Elsa's packages puts Elsa here.
/// </summary>
public interface IWorkflowEngine
{
    /// <param name="definition">The version the instance began with.</param>
    /// <param name="state">Not changed; <c>new InstanceState()</c> before the start.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="facts">What the process says of the case; read as workflow inputs (<c>getInput('Status')</c>).</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="instanceId">For scripts that ask for it.</param>
    /// <returns>Not accepted, and the state as it was, where nothing waits for the stimulus.</returns>
    RunResult Run(
        CompiledDefinition definition,
        InstanceState state,
        Stimulus stimulus,
        IReadOnlyDictionary<string, JsonNode?> facts,
        DateTime now,
        string instanceId = "");
}
