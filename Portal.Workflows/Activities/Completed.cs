
namespace Portal.Workflows.Activities;

public sealed record Completed(params string[] Outcomes) : ActivityResult;
