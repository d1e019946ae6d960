
namespace Portal.Workflows.Activities;

/// <summary>Ends its flowchart, dropping what is left in it.</summary>
public sealed record EndsFlowchart(params string[] Outcomes) : ActivityResult;
