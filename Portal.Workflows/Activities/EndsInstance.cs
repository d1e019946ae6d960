
namespace Portal.Workflows.Activities;

/// <summary>Ends the whole instance.</summary>
public sealed record EndsInstance : ActivityResult;
