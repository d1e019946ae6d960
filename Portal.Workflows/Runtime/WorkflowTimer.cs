
namespace Portal.Workflows.Runtime;

/// <summary>A timer of the definition itself (<c>Elsa.Delay</c>, <c>Elsa.StartAt</c> …). Survives restarts.</summary>
public sealed class WorkflowTimer
{
    public required Guid CaseId { get; init; }

    public required int WaitId { get; init; }

    public required DateTime At { get; set; }
}
