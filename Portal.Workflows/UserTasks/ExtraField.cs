
namespace Portal.Workflows.UserTasks;

/// <summary>A field that an administrator added to a step.</summary>
public sealed record ExtraField
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>One of text, longText, number, date, choice, yesNo, person, area, file.</summary>
    public string Kind { get; init; } = "text";

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 2000;

    /// <summary>Least value of a number or a date (<c>yyyy-MM-dd</c>), least length of a text; null for none.</summary>
    public string? Min { get; init; }

    /// <summary>Greatest value of a number or a date, greatest length of a text; null for none but <see cref="MaxLength"/>.</summary>
    public string? Max { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What stands below its label; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What it opens with where no earlier step of the case answered a field of the same name; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>What a text has to look like: one of <see cref="ExtraFields.Formats"/>; null for anything.</summary>
    public string? Format { get; init; }

    /// <summary>Key of the page of the step's form on which it stands; null for the last.</summary>
    public string? Page { get; init; }
}
