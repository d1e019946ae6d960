namespace Portal.Domain.Forms;

/// <summary>One field of a form. Labels and hints are looked up by <c>field.{form}.{path}</c>; nothing here is text.</summary>
public sealed record FormField(string Name, FieldKind Kind)
{
    /// <summary>Marks the field as required where it is shown. The validator decides.</summary>
    public bool Required { get; init; }

    public int MaxLength { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    public FieldCondition? When { get; init; }

    public IReadOnlyList<FormField> Items { get; init; } = [];

    /// <summary>Clause of the regulation the field serves, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>Free text that a stub replaces when the content is a state secret .</summary>
    public bool IsContent { get; init; }

    /// <summary>Process whose cases may be picked (<see cref="FieldKind.Cases"/>).</summary>
    public string? ProcessKey { get; init; }
}
