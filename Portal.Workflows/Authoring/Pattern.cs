
namespace Portal.Workflows.Authoring;

/// <summary>What may be put between two steps.</summary>
public enum Pattern
{
    /// <summary>A step for a person.</summary>
    Step,

    /// <summary>A step that passes, gives back to the step before, or ends the case.</summary>
    Approval,

    /// <summary>A condition; both of its branches lead on until one is changed.</summary>
    Decision,

    /// <summary>Two steps at the same time, and a place that waits for both.</summary>
    Parallel,

    /// <summary>Waits until a moment.</summary>
    Wait,

    /// <summary>Tells people.</summary>
    Notice,

    /// <summary>Opens a case of another process and waits until it has ended.</summary>
    OtherProcess,
}
