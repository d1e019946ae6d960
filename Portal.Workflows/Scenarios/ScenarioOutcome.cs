using Portal.Domain.Common;

namespace Portal.Workflows.Scenarios;

/// <summary>How a scenario went when it was played again.</summary>
/// <param name="Done">Acts that could be done as before.</param>
/// <param name="Refusal">Why the next one could not; null where all were done.</param>
/// <param name="Ends">Where its cases stand now.</param>
public sealed record ScenarioOutcome(Scenario Scenario, int Done, Refusal? Refusal, IReadOnlyList<ScenarioStand> Ends)
{
    /// <summary>All was done and led to where it led before.</summary>
    public bool IsAsBefore => Refusal is null && Ends.SequenceEqual(Scenario.Ends);
}
