namespace Portal.Web.Shared.Diagrams;

/// <summary>Outline and sign by which a step's kind is known in a drawing.</summary>
public enum StepShape
{
    /// <summary>People do it.</summary>
    Person,

    /// <summary>A condition or a choice of ways.</summary>
    Condition,

    /// <summary>Several ways at once, or the place that waits for them.</summary>
    Parallel,

    /// <summary>Waits for a moment or for something that happens.</summary>
    Wait,

    /// <summary>What the regulation demands before it goes on.</summary>
    Guard,

    /// <summary>Tells people.</summary>
    Notice,

    /// <summary>Where the process begins.</summary>
    Start,

    /// <summary>Where a way ends.</summary>
    End,

    /// <summary>Steps of its own inside, or another process.</summary>
    Process,

    /// <summary>Anything else that the portal does by itself.</summary>
    Other,
}
