using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Web.Operations.Authoring;

/// <summary>The settings of an automatic step as a form with plain controls, and back: conditions are picked, not written.</summary>
public static class AutomaticForm
{
    public const string Key = "design-auto";

    private const string All = "all", AnyOf = "any", Script = "script";

    private static readonly string[] Modes = [All, AnyOf, Script];

    /// <summary>Kinds of notice that a definition may send.</summary>
    public static IReadOnlyList<string> NoticeKinds { get; } =
    [
        nameof(NotificationKind.Changed),
        nameof(NotificationKind.Decision),
        nameof(NotificationKind.Compliance),
    ];

    /// <param name="processes">Keys of the processes whose cases it may open.</param>
    public static FormSchema Schema(CompiledDefinition definition, OutlineStep step, IEnumerable<string> processes)
    {
        string[] targets = StepForm.Targets(definition, step);
        var fields = ConditionField.Of(definition);
        FormField[] condition =
        [
            new("mode", FieldKind.Choice) { Required = true, Options = Modes },
            new("terms", FieldKind.Rows)
            {
                Required = true,
                When = new FieldCondition("mode", All, AnyOf),
                Items =
                [
                    new("field", FieldKind.Pick) { Required = true, Options = [.. fields.Select(f => f.Key)] },
                    new("comparison", FieldKind.Pick)
                    {
                        Required = true,
                        Options = [.. Enum.GetValues<ConditionKind>().SelectMany(Condition.Comparisons).Distinct()],
                    },
                    new("value", FieldKind.Text) { Required = true, MaxLength = 200 },
                ],
            },
            new("script", FieldKind.LongText) { Required = true, MaxLength = 4000, When = new FieldCondition("mode", Script) },
        ];
        FormField to = new("to", FieldKind.Pick) { Options = targets };
        var title = new FormField("title", FieldKind.Text) { Required = true, MaxLength = 200 };
        FormPage ways = new("outcomes", null, [.. Ports(definition, step).Select(p => to with { Name = $"to-{p}" })]);
        return new FormSchema(Key, typeof(object), step.Type switch
        {
            AutomaticSettings.Decision => [new("what", null, [title, .. condition]), ways],
            AutomaticSettings.Switch =>
            [
                new("what", null, title, new("everyBranch", FieldKind.YesNo)),
                new(
                    "outcomes",
                    null,
                    new("branches", FieldKind.Rows)
                    {
                        Required = true,
                        Items = [new("label", FieldKind.Text) { Required = true, MaxLength = 60 }, .. condition, to],
                    },
                    to with { Name = "to-Default" }),
            ],
            AutomaticSettings.Fork =>
                [new("what", null, title), new(
                    "outcomes",
                    null,
                    new FormField("branches", FieldKind.Rows)
                    {
                        Required = true,
                        Items = [new("label", FieldKind.Text) { Required = true, MaxLength = 60 }, to],
                    })],
            AutomaticSettings.Join =>
                [new("what", null, title, new("join", FieldKind.Choice) { Required = true, Options = ["WaitAll", "WaitAny"] }), ways],
            AutomaticSettings.Delay or AutomaticSettings.StartAt =>
            [
                new("what", null,
                    title,
                    new("until", FieldKind.Choice) { Required = true, Options = [.. Enum.GetNames<WaitUntil>()] },
                    new("hours", FieldKind.Integer) { Required = true, When = new FieldCondition("until", nameof(WaitUntil.Hours)) },
                    new("fact", FieldKind.Pick)
                    {
                        Required = true,
                        Options = [.. fields.Where(f => f.Kind == ConditionKind.Day && !f.Key.Contains('.', StringComparison.Ordinal))
                            .Select(f => f.Key)],
                        When = new FieldCondition("until", nameof(WaitUntil.Fact)),
                    },
                    new("day", FieldKind.Date) { Required = true, When = new FieldCondition("until", nameof(WaitUntil.Day)) },
                    new("script", FieldKind.LongText)
                    {
                        Required = true,
                        MaxLength = 4000,
                        When = new FieldCondition("until", nameof(WaitUntil.Expression)),
                    }),
                ways,
            ],
            AutomaticSettings.Notify =>
            [
                new(
                    "what",
                    null,
                    title,
                    new("tell", FieldKind.Choices) { Required = true, Options = [.. StepForm.KnownPeople(definition)] },
                    new("kind", FieldKind.Choice) { Required = true, Options = NoticeKinds }),
                ways,
            ],
            _ when AutomaticSettings.Dispatching.Contains(step.Type) =>
            [
                new(
                    "what",
                    null,
                    title,
                    new("process", FieldKind.Pick)
                    {
                        Required = true,
                        Options = [.. processes.Except([definition.Definition.DefinitionId]).Union(ProcessOf(definition, step))],
                    },
                    new("waitsForEnd", FieldKind.YesNo)),
                ways,
            ],
            _ => ways.Fields.Length > 0 ? [new("what", null, title), ways] : [new("what", null, title)],
        });
    }

    public static JsonObject Open(CompiledDefinition definition, OutlineStep step)
    {
        var settings = AutomaticSettings.Of(definition.All.First(a => a.Path == step.Path));
        var fields = ConditionField.Of(definition);
        var form = new JsonObject
        {
            ["title"] = settings.Title,
            ["everyBranch"] = settings.All,
            ["join"] = settings.All ? "WaitAll" : "WaitAny",
            ["tell"] = new JsonArray([.. settings.To.Select(t => (JsonNode)JsonValue.Create(t)!)]),
            ["kind"] = settings.Kind,
            ["process"] = settings.Process,
            ["waitsForEnd"] = settings.WaitsForEnd,
            ["until"] = settings.Until.ToString(),
            ["branches"] = new JsonArray(
                [.. settings.Ways.Where(w => step.Type == AutomaticSettings.Fork || w.Port != "Default").Select(w =>
                {
                    var row = new JsonObject { ["label"] = w.Port, ["to"] = w.To ?? "" };
                    Put(row, w.Script, fields);
                    return (JsonNode)row;
                })]),
        };
        form[settings.Until switch
        {
            WaitUntil.Hours => "hours",
            WaitUntil.Fact => "fact",
            WaitUntil.Day => "day",
            _ => "script",
        }] = settings.Until == WaitUntil.Hours && long.TryParse(settings.Moment, CultureInfo.InvariantCulture, out var hours)
            ? hours
            : settings.Moment;
        if (step.Type == AutomaticSettings.Decision)
        {
            Put(form, settings.Script, fields);
        }

        foreach (var way in settings.Ways)
        {
            form[$"to-{way.Port}"] = way.To ?? "";
        }

        return form;
    }

    /// <summary>The settings that a form says; what it does not show stays as it was.</summary>
    public static Result<AutomaticSettings> Read(JsonObject form, CompiledDefinition definition, OutlineStep step)
    {
        var before = AutomaticSettings.Of(definition.All.First(a => a.Path == step.Path));
        var (errors, fields) = (new List<FieldError>(), ConditionField.Of(definition));
        var title = Required(form, "title", "", errors);
        var settings = before with { Title = title, Ways = [.. before.Ways.Select(w => w with { To = To(form, $"to-{w.Port}") })] };
        switch (step.Type)
        {
            case AutomaticSettings.Decision:
                settings = settings with { Script = ScriptOf(form, "", before.Script, fields, errors) };
                break;
            case AutomaticSettings.Switch or AutomaticSettings.Fork:
                var isSwitch = step.Type == AutomaticSettings.Switch;
                var rows = (form["branches"] as JsonArray ?? []).OfType<JsonObject>().ToList();
                List<Way> ways = [.. rows.Select((r, i) => new Way(
                    Required(r, "label", $"branches[{i}].", errors),
                    isSwitch
                        ? ScriptOf(
                            r, $"branches[{i}].", before.Ways.FirstOrDefault(w => w.Port == Text(r, "label"))?.Script ?? "", fields, errors)
                        : "",
                    To(r, "to")))];
                if (ways.Count < (isSwitch ? 1 : 2))
                {
                    errors.Add(new FieldError("branches", isSwitch ? "Common.Required" : "Design.TwoBranches"));
                }

                if (ways.GroupBy(w => w.Port).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice
                    || ways.Exists(w => isSwitch && w.Port == "Default"))
                {
                    errors.Add(new FieldError("branches", "Design.BranchTwice"));
                }

                settings = settings with
                {
                    Ways = isSwitch ? [.. ways, new Way("Default", "", To(form, "to-Default"))] : ways,
                    All = isSwitch ? IsYes(form, "everyBranch") : settings.All,
                };
                break;
            case AutomaticSettings.Join:
                settings = settings with { All = Text(form, "join") == "WaitAll" };
                break;
            case AutomaticSettings.Notify:
                List<string> tell = [.. (form["tell"] as JsonArray ?? []).Select(t => t?.ToString() ?? "").Where(t => t.Length > 0)];
                if (tell.Count == 0)
                {
                    errors.Add(new FieldError("tell", "Common.Required"));
                }

                settings = settings with { To = tell, Kind = Text(form, "kind") is { Length: > 0 } kind ? kind : before.Kind };
                break;
            case AutomaticSettings.Delay or AutomaticSettings.StartAt:
                settings = Wait(form, settings, errors);
                break;
        }

        if (AutomaticSettings.Dispatching.Contains(step.Type))
        {
            settings = settings with { Process = Required(form, "process", "", errors), WaitsForEnd = IsYes(form, "waitsForEnd") };
        }

        return errors.Count > 0 ? Refusal.Invalid(errors) : settings;
    }

    private static IEnumerable<string> ProcessOf(CompiledDefinition definition, OutlineStep step) =>
        AutomaticSettings.Of(definition.All.First(a => a.Path == step.Path)).Process is { Length: > 0 } process ? [process] : [];

    private static AutomaticSettings Wait(JsonObject form, AutomaticSettings settings, List<FieldError> errors)
    {
        var until = Enum.TryParse<WaitUntil>(Text(form, "until"), out var kind) ? kind : settings.Until;
        var (name, text) = until switch
        {
            WaitUntil.Hours => ("hours", form["hours"]?.ToString() ?? ""),
            WaitUntil.Fact => ("fact", Text(form, "fact")),
            WaitUntil.Day => ("day", Text(form, "day")),
            _ => ("script", Text(form, "script")),
        };
        if (text.Length == 0)
        {
            errors.Add(new FieldError(name, "Common.Required"));
        }
        else if (until == WaitUntil.Hours
            && !(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 24 * 365))
        {
            errors.Add(new FieldError(name, "Design.BadHours"));
        }
        else if (until == WaitUntil.Expression && ExpressionEvaluator.SyntaxError(text) is { } error)
        {
            errors.Add(new FieldError(name, "Design.BadScript", null, error));
        }

        return settings with { Until = until, Moment = text };
    }

    private static void Put(JsonObject owner, string script, IReadOnlyList<ConditionField> fields)
    {
        var read = Condition.Read(script, fields);
        owner["mode"] = read switch
        {
            null => Script,
            { Any: true } => AnyOf,
            _ => All,
        };
        owner["script"] = script;
        owner["terms"] = new JsonArray([.. (read?.Terms ?? []).Select(t => (JsonNode)new JsonObject
        {
            ["field"] = t.Field, ["comparison"] = t.Comparison, ["value"] = Shown(t.Value, fields.First(f => f.Key == t.Field).Kind),
        })]);
    }

    private static string ScriptOf(
        JsonObject owner, string path, string before, IReadOnlyList<ConditionField> fields, List<FieldError> errors)
    {
        if (Text(owner, "mode") == Script)
        {
            var script = Text(owner, "script");
            if (script.Trim().Length == 0)
            {
                errors.Add(new FieldError($"{path}script", "Common.Required"));
            }
            else if (ExpressionEvaluator.SyntaxError(script) is { } error)
            {
                errors.Add(new FieldError($"{path}script", "Design.BadScript", null, error));
            }

            return script;
        }

        var terms = new List<ConditionTerm>();
        foreach (var (row, i) in (owner["terms"] as JsonArray ?? []).OfType<JsonObject>().Select((r, i) => (r, i)))
        {
            var at = $"{path}terms[{i}].";
            if (fields.FirstOrDefault(f => f.Key == Text(row, "field")) is not { } field)
            {
                errors.Add(new FieldError($"{at}field", "Common.Required"));
                continue;
            }

            if (!Condition.Comparisons(field.Kind).Contains(Text(row, "comparison")))
            {
                errors.Add(new FieldError(
                    $"{at}comparison", Text(row, "comparison").Length == 0 ? "Common.Required" : $"Design.Comparison{field.Kind}"));
            }

            var value = Typed(Text(row, "value").Trim(), field.Kind);
            if (!Condition.IsValue(field.Kind, value))
            {
                errors.Add(new FieldError($"{at}value", value.Length == 0 ? "Common.Required" : $"Design.Value{field.Kind}"));
            }

            terms.Add(new ConditionTerm(field.Key, Text(row, "comparison"), value));
        }

        if (terms.Count == 0)
        {
            errors.Add(new FieldError($"{path}terms", "Common.Required"));
        }

        // A script that says the same already stays as it was written.
        var picked = new Condition(Text(owner, "mode") == AnyOf, terms);
        return errors.Count > 0
            || (Condition.Read(before, fields) is { } known
                && (known.Any == picked.Any || terms.Count == 1)
                && known.Terms.SequenceEqual(picked.Terms)) ? before : picked.Write(fields);
    }

    private static string Shown(string value, ConditionKind kind) => kind switch
    {
        ConditionKind.Day =>
            DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        ConditionKind.YesNo => value == "true" ? "Có" : "Không",
        _ => value,
    };

    private static string Typed(string text, ConditionKind kind) => kind switch
    {
        ConditionKind.Day =>
            DateOnly.TryParseExact(text, ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : text,
        ConditionKind.YesNo =>
            VietnameseText.Fold(text) switch { "co" or "yes" or "true" => "true", "khong" or "no" or "false" => "false", _ => text },
        ConditionKind.Number => text.Replace(',', '.'),
        _ => text,
    };

    private static IEnumerable<string> Ports(CompiledDefinition definition, OutlineStep step) =>
        AutomaticSettings.Of(definition.All.First(a => a.Path == step.Path)).Ways.Select(w => w.Port);

    private static string Required(JsonObject owner, string name, string path, List<FieldError> errors)
    {
        var text = Text(owner, name).Trim();
        if (text.Length == 0)
        {
            errors.Add(new FieldError($"{path}{name}", "Common.Required"));
        }

        return text;
    }

    private static bool IsYes(JsonObject form, string name) => form[name] is JsonValue v && v.TryGetValue<bool>(out var yes) && yes;

    private static string? To(JsonObject owner, string name) => Text(owner, name) is { Length: > 0 } to ? to : null;

    private static string Text(JsonObject form, string name) =>
        form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
