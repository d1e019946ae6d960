namespace Portal.Workflows.Scenarios;

/// <summary>What may be done in a dry run.</summary>
public enum ScenarioActKind
{
    /// <summary>Somebody began it.</summary>
    Start,

    /// <summary>The calendar opened it.</summary>
    Calendar,

    /// <summary>Somebody answered a step.</summary>
    Answer,

    /// <summary>The clock went on.</summary>
    Time,
}
