using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>Something a condition may ask about: a fact of the process, or an extra field that a step asked for.</summary>
/// <param name="Key">Name of the fact, or <c>step.field</c>.</param>
/// <param name="Label">What the definition calls it.</param>
/// <param name="Options">The values there are, where they are few.</param>
public sealed partial record ConditionField(string Key, string Label, ConditionKind Kind, IReadOnlyList<string> Options)
{
    /// <summary>All that a definition knows while it runs.</summary>
    public static IReadOnlyList<ConditionField> Of(CompiledDefinition definition) =>
    [
        .. (definition.Definition.Json["inputs"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(i => (Name: Text(i, "name"), Type: Text(i, "type"), Label: Text(i, "description")))
            .Where(i => InputName().IsMatch(i.Name) && KindOf(i.Type) is not null)
            .Select(i => new ConditionField(i.Name, i.Label.Length > 0 ? i.Label : i.Name, KindOf(i.Type)!.Value, [])),
        .. definition.All.Where(a => a.FixedSpec is not null && StepName().IsMatch(a.Id)).SelectMany(AnsweredIn),
    ];

    private static IEnumerable<ConditionField> AnsweredIn(CompiledActivity step) =>
        step.FixedSpec!.Fields
            .Where(f => f.Kind is not "file" && StepName().IsMatch(f.Name))
            .Select(f => new ConditionField($"{step.Id}.{f.Name}", $"{step.FixedSpec.Title}: {f.Label}", KindOf(f), f.Options));

    private static ConditionKind KindOf(ExtraField field) => field.Kind switch
    {
        "number" => ConditionKind.Number,
        "date" => ConditionKind.Day,
        "yesNo" => ConditionKind.YesNo,
        _ => ConditionKind.Text,
    };

    private static ConditionKind? KindOf(string type) => type switch
    {
        "Boolean" => ConditionKind.YesNo,
        "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => ConditionKind.Number,
        "DateTime" or "DateTimeOffset" or "DateOnly" => ConditionKind.Day,
        "String" => ConditionKind.Text,
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex InputName();

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StepName();

    private static string Text(JsonObject json, string name) =>
        json[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
