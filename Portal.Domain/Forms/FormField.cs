using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>One field of a form. Labels and hints are looked up by <c>field.{form}.{path}</c>; nothing here is text.</summary>
public sealed record FormField(string Name, FieldKind Kind)
{
    /// <summary>Must be filled in where it is shown.</summary>
    public bool Required { get; init; }

    /// <summary>Clause that demands it, shown when it is missing; null where it is the same as <see cref="Clause"/>.</summary>
    public string? RequiredBy { get; init; }

    /// <summary>Required, but not in every answer or not with the usual error: the rule stands in the form's validator.</summary>
    public bool DemandedByRules { get; init; }

    /// <summary>Demanded in some cases that the schema does not know but its process does: it is shown in those and in no other.</summary>
    public bool SometimesRequired { get; init; }

    /// <summary>Optional, but demanded while another field of the same level has one of these values.</summary>
    public FieldCondition? RequiredWhen { get; init; }

    /// <summary>Other fields of the same level: it is shown, and demanded, while all of them are empty.</summary>
    public IReadOnlyList<string> InsteadOf { get; init; } = [];

    /// <summary>One of several fields of which one is demanded, as the form's rules say: shown at once, not called optional.</summary>
    public bool IsOneOf { get; init; }

    /// <summary>Not called optional where it is shown: it is demanded, as the form stands.</summary>
    /// <param name="level">The form, or the row or section of it that holds the field.</param>
    public bool IsDemandedIn(JsonObject level) => Required || SometimesRequired || IsOneOf || RequiredWhen?.HoldsIn(level) == true;

    /// <summary>
    /// A yes or no that somebody says in so many words, whichever it is: two answers, none beforehand. Any other is a box to tick.
    /// </summary>
    public bool IsQuestion { get; init; }

    /// <summary>A box to tick: what is not ticked is no.</summary>
    public bool IsTick => Kind == FieldKind.YesNo && !IsQuestion;

    /// <summary>A reason: where it is required it has at least ten characters.</summary>
    public bool IsReason { get; init; }

    /// <summary>Longest text, in characters; 0 where the form sets no limit of its own, see <see cref="Longest"/>.</summary>
    public int MaxLength { get; init; }

    /// <summary>Most items of a list; 0 where the form sets no limit of its own, see <see cref="Most"/>.</summary>
    public int MaxItems { get; init; }

    /// <summary>The limit that holds: the form's own, or what no honest form comes near to.</summary>
    public int Longest => (MaxLength, Kind) switch
    {
        ( > 0, _) => MaxLength,
        (_, FieldKind.LongText) => 20_000,
        (_, FieldKind.Text) => 1000,
        _ => 200,
    };

    /// <summary>The limit that holds: the form's own; rows of a table, or all areas and people of a province.</summary>
    public int Most => (MaxItems, Kind) switch
    {
        ( > 0, _) => MaxItems,
        (_, FieldKind.Rows) => 300,
        _ => 1000,
    };

    /// <summary>Holds several: rows or ids.</summary>
    public bool IsList => Kind is FieldKind.Rows or FieldKind.People or FieldKind.Areas or FieldKind.WorkDomains or FieldKind.Groups
        or FieldKind.Departments or FieldKind.Choices or FieldKind.Cases or FieldKind.Files;

    /// <summary>Holds what people put in their own words, or a file.</summary>
    public bool IsWords => Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Files;

    public IReadOnlyList<string> Options { get; init; } = [];

    public FieldCondition? When { get; init; }

    public IReadOnlyList<FormField> Items { get; init; } = [];

    /// <summary>Rows that stand there already, one for each thing of the case: none is added or taken away.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Says what a given row is about: it is shown with the row and never asked.</summary>
    public bool IsTold { get; init; }

    /// <summary>
    /// Of given rows that are only taken or left out: the box to tick. They are a list of boxes, and who reads it sees those that were
    /// taken. Null for other rows.
    /// </summary>
    public FormField? Taken =>
        IsGiven && Items.Where(i => i.Kind is not (FieldKind.Item or FieldKind.Source) && !i.IsTold).ToList() is [{ IsTick: true } only]
            ? only
            : null;

    /// <summary>Of given rows: the field that one press fills in all of them, and with what; null for none.</summary>
    public (string Field, string Value)? ForAll { get; init; }

    /// <summary>What one row is set to by a button of its own, where the others stay as they came; null where there is none.</summary>
    public (string Field, string Value)? ForOne { get; init; }

    /// <summary>Rows with many fields: a line of a table each, written in a dialog.</summary>
    public bool IsTable => Items.Any(i => i.IsColumn);

    /// <summary>Stands in the table of its rows.</summary>
    public bool IsColumn { get; init; }

    /// <summary>What a row that is added begins with; null for nothing.</summary>
    public string? Usual { get; init; }

    /// <summary>Clause of the regulation the field serves, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>Free text that a stub replaces when the content is a state secret .</summary>
    public bool IsContent { get; init; }

    /// <param name="level">The form, or the row or section of it that holds the field.</param>
    public bool IsShownIn(JsonObject level) => (When is null || When.HoldsIn(level)) && InsteadOf.All(name => IsEmpty(level[name]));

    public bool IsEmptyIn(JsonObject level) => IsEmpty(level[Name]);

    private static bool IsEmpty(JsonNode? node) =>
        node is null or JsonArray { Count: 0 }
        || (node is JsonValue value && value.TryGetValue<string>(out var text) && !PlainText.IsSeen(text));
}
