using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>The runner's state of a case. Pinned to the definition version it began with .</summary>
public sealed class WorkflowInstance
{
    private InstanceState? _state;

    private WorkflowInstance()
    {
    }

    public Guid CaseId { get; private init; }

    public string DefinitionVersionId { get; private set; } = "";

    /// <summary>The wait of the parent case's instance that is told when this one ends; null when none is.</summary>
    public int? ParentWaitId { get; private init; }

    public InstanceStatus Status { get; private set; }

    public string StateJson { get; private set; } = "";

    public bool HasIncident { get; private set; }

    public int Version { get; private set; }

    /// <summary>Never change it in place: give the new one to <see cref="Take"/>.</summary>
    public InstanceState State => _state ??= StateJson.Length == 0 ? new InstanceState() : InstanceState.Read(StateJson);

    public static WorkflowInstance Of(Guid caseId, string definitionVersionId, int? parentWaitId = null) =>
        new() { CaseId = caseId, DefinitionVersionId = definitionVersionId, ParentWaitId = parentWaitId };

    /// <summary>Runs on another version from now on, with the state it has there.</summary>
    public void MoveTo(string definitionVersionId, InstanceState state)
    {
        DefinitionVersionId = definitionVersionId;
        Take(state);
    }

    public void Take(InstanceState state)
    {
        (_state, StateJson, Status, HasIncident) = (state, state.Write(), state.Status, state.Incidents.Count > 0);
        Version++;
    }
}
