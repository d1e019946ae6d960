using System.Text.Json.Nodes;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <summary>What a definition writes in short, in words.</summary>
internal static class StepWords
{
    /// <summary><c>groupLead, head</c>, <c>2 wd</c>: each part that has a word by its word.</summary>
    public static string Of(string value, T t, WorkflowDefinition? definition = null) => string.Join(", ", value.Split(", ").Select(part =>
    {
        var limit = part.IndexOf(" ≤ ", StringComparison.Ordinal);
        var (rule, until) = limit < 0 ? (part, "") : (part[..limit], t["Design.NotAfter", Fact(part[(limit + 3)..], definition)]);
        return (rule.EndsWith(" wd", StringComparison.Ordinal) ? Number("Design.InWorkingDays", rule[..^3], t)
            : rule.EndsWith(" wh", StringComparison.Ordinal) ? Number("Design.InWorkingHours", rule[..^3], t)
            : Fact(rule, definition) is var fact && fact != rule ? fact : Who(rule, t, definition)) + until;
    }));

    public static string Who(string who, T t, WorkflowDefinition? definition = null) =>
        who.StartsWith("role:", StringComparison.Ordinal) ? t.First(who, $"option.roles.{who[5..]}")
        : who.StartsWith("input:", StringComparison.Ordinal) ? Fact(who[6..], definition)
        : t.First(who, $"option.who.{who}");

    /// <summary>What the definition itself calls one of its inputs; the name where it says nothing.</summary>
    public static string Fact(string name, WorkflowDefinition? definition) =>
        (definition?.Json["inputs"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(i => (string?)i["name"] == name)?["description"] is JsonValue v && v.TryGetValue<string>(out var text) && text.Length > 0 ? text : name;

    /// <summary>A condition in words; a script of the author's own as it is.</summary>
    public static string Condition(string script, IReadOnlyList<ConditionField> fields, T t) => Portal.Workflows.Authoring.Condition.Read(script, fields) is not { } read ? script
        : string.Join(t[read.Any ? "Design.Or" : "Design.And"], read.Terms.Select(term => Term(term, fields.First(f => f.Key == term.Field), t)));

    /// <summary>A step's outcomes with their labels.</summary>
    public static IReadOnlyList<(string Port, string Label)> Ports(CompiledDefinition definition, OutlineStep step, T t) => step.Settings is { } s ? [.. s.Outcomes.Select(o => (o.Key, o.Label.Length > 0 ? o.Label : o.Key))]
        : [.. (step.IsHuman ? step.Leads.Select(l => l.Port).Distinct() : AutomaticSettings.Of(definition.All.First(a => a.Path == step.Path)).Ways.Select(w => w.Port)).Select(p => (p, t.First(p, $"port.{p}")))];

    /// <summary><c>True → Bước</c> with the outcome's word.</summary>
    public static string Lead(string lead, T t) => lead.Split(" → ", 2) is [var port, var to] ? $"{t.First(port, $"port.{port}")} → {to}" : lead;

    /// <summary><c>form.field</c>, each by its label.</summary>
    public static string FormFields(string value, T t) => string.Join(", ", value.Split(", ").Select(f => f.Split('.', 2) is [var form, var field] ? t.First(field, FieldText.Keys("field", form, field)) : f));

    private static string Term(ConditionTerm term, ConditionField field, T t) => field.Kind switch
    {
        ConditionKind.YesNo => t[(term.Value == "true") == (term.Comparison == "===") ? "Design.Holds" : "Design.HoldsNot", field.Label],
        ConditionKind.Day => t[term.Comparison == "<" ? "Design.BeforeDay" : "Design.FromDay", field.Label, LocalFormat.JsonDay(term.Value)],
        _ when term.Comparison == "includes" => t["Design.Includes", field.Label, term.Value],
        _ => $"{field.Label} {term.Comparison switch { "===" => "=", "!==" => "≠", ">=" => "≥", "<=" => "≤", var other => other }} {term.Value}",
    };

    private static string Number(string key, string number, T t) => char.IsDigit(number.FirstOrDefault()) ? t[key, number] : t["Design.ByParameter", t.First(number, $"setting.{number}")];
}
