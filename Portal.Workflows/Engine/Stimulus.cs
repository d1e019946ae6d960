
namespace Portal.Workflows.Engine;

/// <summary>What makes an instance go on.</summary>
public abstract record Stimulus;
