
namespace Portal.Workflows.Activities;

/// <summary>Ends the workflow, unless the flowchart around it leads on by one of the outcomes.</summary>
public sealed record EndsWorkflow(params string[] Outcomes) : ActivityResult;
