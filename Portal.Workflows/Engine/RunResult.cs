
namespace Portal.Workflows.Engine;

/// <summary>The new state and what it asks for.</summary>
/// <param name="State">Never the one passed in.</param>
/// <param name="Effects">In order.</param>
/// <param name="Accepted">False when nothing waited for the stimulus; then the state is unchanged.</param>
/// <param name="Executed">Activity executions in this burst.</param>
public sealed record RunResult(InstanceState State, IReadOnlyList<Effect> Effects, bool Accepted, int Executed);
