
namespace Portal.Workflows.Activities;

/// <summary>Runs the nested flowchart.</summary>
public sealed record EntersFlowchart : ActivityResult;
