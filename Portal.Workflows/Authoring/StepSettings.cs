using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>What an administrator sets at a step, in plain values.</summary>
public sealed record StepSettings
{
    public string Title { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Instructions { get; init; } = "";

    public IReadOnlyList<string> Who { get; init; } = [];

    public DueRule? Due { get; init; }

    /// <summary>As a definition writes them: <c>-1</c>, <c>-1d@17:00</c>, <c>-2h</c>, <c>50%</c>; null for the parameter's.</summary>
    public IReadOnlyList<string>? Reminders { get; init; }

    public TimeoutRule OnTimeout { get; init; } = new();

    /// <summary>Id of the step that it leaves to when time has run out, where it does.</summary>
    public string? TimeoutTarget { get; init; }

    public IReadOnlyList<StepOutcome> Outcomes { get; init; } = [];

    public IReadOnlyList<ExtraField> Fields { get; init; } = [];

    /// <summary>Key of the step's form; null for a step that is answered by its outcome alone.</summary>
    public string? Form { get; init; }

    public IReadOnlyList<string> RequiredFields { get; init; } = [];

    public IReadOnlyList<string> HiddenFields { get; init; } = [];

    /// <summary>Clause codes.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];
}
