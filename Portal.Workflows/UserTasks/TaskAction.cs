
namespace Portal.Workflows.UserTasks;

/// <summary>One outcome people may choose at a step.</summary>
public sealed record TaskAction
{
    public required string Key { get; init; }

    public string Label { get; init; } = "";

    /// <summary>X-10: a reason must be given.</summary>
    public bool CommentRequired { get; init; }

    /// <summary>Several steps at once may be left by it, with one comment: nothing else is asked but what the step knows.</summary>
    public bool Bulk { get; init; }

    /// <summary>Form for this outcome, when it differs from the step's.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// Makes it an optional step: something these people may do while the step waits for somebody else. Empty: the
    /// outcome belongs to the step's own people.
    /// </summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    public bool IsOptional => Who.Count > 0;

    internal bool IsForHeadAlone => Who is [UserTaskSpec.Head];
}
