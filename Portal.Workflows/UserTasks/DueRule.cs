
namespace Portal.Workflows.UserTasks;

/// <summary>When a step is due. Numbers may be written as a parameter's key (<c>Trip.ReviewDays</c>).</summary>
public sealed record DueRule
{
    /// <summary>Working days from the opening of the step.</summary>
    public string? WorkingDays { get; init; }

    /// <summary>Working hours from the opening of the step.</summary>
    public string? WorkingHours { get; init; }

    /// <summary>Name of an input or variable that holds the moment (UTC).</summary>
    public string? At { get; init; }

    /// <summary>Never after the moment in this input or variable.</summary>
    public string? NotAfter { get; init; }

    /// <summary>Clause when the deadline is the regulation's own; otherwise it is internal.</summary>
    public string? Clause { get; init; }
}
