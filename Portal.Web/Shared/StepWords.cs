using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared;

/// <summary>What a definition writes in short, in words.</summary>
internal static class StepWords
{
    private static readonly Regex FieldPattern = new(
        @"^(?<label>.*) \((?<kind>\w+)(?<demanded>, \*)?(, (?<bounds>\S*…\S*))?\)$", RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary><c>groupLead, head</c>, <c>2 wd</c>: each part that has a word by its word.</summary>
    public static string Of(string value, Localizer texts, WorkflowDefinition? definition = null) =>
        string.Join(", ", value.Split(", ").Select(part => Part(part, texts, definition)));

    private static string Part(string part, Localizer texts, WorkflowDefinition? definition)
    {
        var limit = part.IndexOf(" ≤ ", StringComparison.Ordinal);
        return limit < 0
            ? Rule(part, texts, definition)
            : Rule(part[..limit], texts, definition) + texts["Design.NotAfter", Fact(part[(limit + 3)..], definition)];
    }

    private static string Rule(string rule, Localizer texts, WorkflowDefinition? definition)
    {
        if (rule.EndsWith(" wd", StringComparison.Ordinal))
        {
            return Number("Design.InWorkingDays", rule[..^3], texts);
        }

        if (rule.EndsWith(" wh", StringComparison.Ordinal))
        {
            return Number("Design.InWorkingHours", rule[..^3], texts);
        }

        return Fact(rule, definition) is var fact && fact != rule ? fact : Who(rule, texts, definition);
    }

    public static string Who(string who, Localizer texts, WorkflowDefinition? definition = null)
    {
        if (who.StartsWith("role:", StringComparison.Ordinal))
        {
            return texts.First(who, $"option.roles.{who[5..]}");
        }

        return who.StartsWith("input:", StringComparison.Ordinal)
            ? Fact(who[6..], definition)
            : texts.First(who, $"option.who.{who}");
    }

    /// <summary>What the definition itself calls one of its inputs; the name where it says nothing.</summary>
    public static string Fact(string name, WorkflowDefinition? definition) =>
        (definition?.Json["inputs"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(i => (string?)i["name"] == name)?["description"] is JsonValue v && v.TryGetValue<string>(out var text)
                && text.Length > 0 ? text : name;

    /// <summary>A condition in words; a script of the author's own as it is.</summary>
    public static string Condition(string script, IReadOnlyList<ConditionField> fields, Localizer texts)
    {
        if (Portal.Workflows.Authoring.Condition.Read(script, fields) is not { } read)
        {
            return script;
        }

        var terms = read.Terms.Select(term => Term(term, fields.First(f => f.Key == term.Field), texts));
        return string.Join(texts[read.Any ? "Design.Or" : "Design.And"], terms);
    }

    /// <summary>A step's outcomes with their labels.</summary>
    public static IReadOnlyList<(string Port, string Label)> Ports(CompiledDefinition definition, OutlineStep step, Localizer texts)
    {
        if (step.Settings is { } settings)
        {
            return [.. settings.Outcomes.Select(o => (o.Key, o.Label.Length > 0 ? o.Label : o.Key))];
        }

        var ports = step.IsHuman
            ? step.Leads.Select(l => l.Port).Distinct()
            : AutomaticSettings.Of(definition.At(step.Path)!).Branches.Select(b => b.Port);
        return [.. ports.Select(p => (p, texts.First(p, $"port.{p}")))];
    }

    /// <summary><c>True → Bước</c> with the outcome's word.</summary>
    public static string Lead(string lead, Localizer texts) =>
        lead.Split(" → ", 2) is [var port, var to] ? $"{texts.First(port, $"port.{port}")} → {to}" : lead;

    /// <summary><c>Phương tiện (choice, *, 1…3)</c>: label, kind, that it is demanded, and its bounds, in words.</summary>
    public static string Field(string field, Localizer texts)
    {
        if (FieldPattern.Match(field) is not { Success: true } match)
        {
            return field;
        }

        var kind = match.Groups["kind"].Value;
        string[] said =
        [
            texts.First(kind, $"option.kind.{kind}"),
            .. match.Groups["demanded"].Success ? [texts["Design.Demanded"]] : Array.Empty<string>(),
            .. match.Groups["bounds"].Success ? [match.Groups["bounds"].Value] : Array.Empty<string>(),
        ];
        return $"{match.Groups["label"].Value} ({string.Join(", ", said)})";
    }

    /// <summary>One side of a difference between two versions.</summary>
    /// <param name="code">Of what, as <see cref="Portal.Workflows.Authoring.Difference"/> has it.</param>
    /// <param name="fields">What conditions may ask for.</param>
    public static string Difference(
        string code, string value, IReadOnlyList<ConditionField> fields, Localizer texts, WorkflowDefinition? definition)
    {
        return code switch
        {
            _ when value.Length == 0 => texts["Design.Nothing"],
            "Condition" => Condition(value, fields, texts),
            "Leads" => Lead(value, texts),
            "Form" => texts.First(value, $"form.{value}"),
            "Field" or "FieldAdded" or "FieldRemoved" => Field(value, texts),
            "FieldOptions" or "FieldHint" or "FieldDefault" or "FieldOrder" => value,
            "FieldRestricted" => Last(value, _ => texts["Common.Yes"]),
            "FieldFormat" => Last(value, f => texts.First(f, $"extra-format.{f}")),
            "FieldPage" => Last(value, p => texts.First(p, $"page.{p}", $"page.{p[(p.IndexOf('.') + 1)..]}")),
            "Outcome" or "OutcomeAdded" or "OutcomeRemoved" => value.Replace(" (*)", texts["Design.WithReason"], StringComparison.Ordinal),
            "Type" => texts.First(value, $"activity.{value}"),
            "RequiredFields" or "HiddenFields" => FormFields(value, texts),
            _ => Of(value, texts, definition),
        };
    }

    // What stands behind the field's own name.
    private static string Last(string value, Func<string, string> said) =>
        value.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? value[..(at + 2)] + said(value[(at + 2)..]) : value;

    /// <summary><c>form.field</c>, each by its label.</summary>
    public static string FormFields(string value, Localizer texts) =>
        string.Join(", ",
            value.Split(", ")
                .Select(f => f.Split('.', 2) is [var form, var field] ? texts.First(field, FieldText.Keys("field", form, field)) : f));

    private static string Term(ConditionTerm term, ConditionField field, Localizer texts) => field.Kind switch
    {
        ConditionKind.YesNo =>
            texts[(term.Value == "true") == (term.Comparison == "===") ? "Design.Holds" : "Design.HoldsNot", field.Label],
        ConditionKind.Day =>
            texts[term.Comparison == "<" ? "Design.BeforeDay" : "Design.FromDay", field.Label, LocalFormat.JsonDay(term.Value)],
        _ when term.Comparison == "includes" => texts["Design.Includes", field.Label, term.Value],
        _ => $"{field.Label} {Sign(term.Comparison)} {term.Value}",
    };

    private static string Sign(string comparison) => comparison switch
    {
        "===" => "=",
        "!==" => "≠",
        ">=" => "≥",
        "<=" => "≤",
        var other => other,
    };

    private static string Number(string key, string number, Localizer texts) =>
        char.IsDigit(number.FirstOrDefault()) ? texts[key, number] : texts["Design.ByParameter", texts.First(number, $"setting.{number}")];
}
