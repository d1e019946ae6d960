
namespace Portal.Workflows.Activities;

public sealed record Faults(string Kind, string Message) : ActivityResult;
