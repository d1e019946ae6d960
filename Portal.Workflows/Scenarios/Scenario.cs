namespace Portal.Workflows.Scenarios;

/// <summary>A dry run that was kept: what was done, and where it led. It is played again whenever the definition has changed.</summary>
/// <param name="StartsAt">UTC; where the clock began.</param>
/// <param name="Ends">Where its cases stood, the one that was begun first.</param>
public sealed record Scenario(string Name, DateTime StartsAt, IReadOnlyList<ScenarioAct> Acts, IReadOnlyList<ScenarioStand> Ends)
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxName = 100;

    /// <summary>Scenarios of one definition at most.</summary>
    public const int Most = 30;
}
