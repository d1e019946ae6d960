namespace Portal.Workflows.Proving;

/// <summary>What leads from one state of a case to the next.</summary>
public enum WayKind
{
    /// <summary>Somebody answers a step.</summary>
    Answer,

    /// <summary>The time for a step has run out.</summary>
    Timeout,

    /// <summary>The moment has come that the case waited for.</summary>
    Time,

    /// <summary>Another case publishes something.</summary>
    Event,

    /// <summary>The cases that were opened have ended.</summary>
    Children,
}
