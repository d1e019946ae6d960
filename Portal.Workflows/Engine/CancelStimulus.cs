
namespace Portal.Workflows.Engine;

/// <summary>The instance is given up.</summary>
public sealed record CancelStimulus : Stimulus;
