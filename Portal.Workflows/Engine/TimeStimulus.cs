
namespace Portal.Workflows.Engine;

/// <summary>The moment that a timer waits for has come, or a step's time has run out.</summary>
public sealed record TimeStimulus(int WaitId) : Stimulus;
