
namespace Portal.Workflows.Runtime;

/// <summary>What a case can wait for in vain; faults of the runner have kinds of its own.</summary>
public static class IncidentKinds
{
    /// <summary>A step that nobody is found for.</summary>
    public const string NoAssignee = "NoAssignee";

    /// <summary>The case of another process that a step waits for could not be opened: that process is not in use.</summary>
    public const string NotDispatched = "NotDispatched";

    /// <summary>A rule refused what a timer or the end of a step's time would have brought.</summary>
    public const string TimeRefused = "TimeRefused";
}
