using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Web.Operations.Authoring;

/// <summary>The settings of an automatic step as a form with plain controls, and back: conditions are picked, not written.</summary>
public static partial class AutomaticForm
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

    public static JsonObject Open(CompiledDefinition definition, OutlineStep step)
    {
        var settings = AutomaticSettings.Of(definition.At(step.Path)!);
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
                [.. settings.Branches.Where(b => step.Type == AutomaticSettings.Fork || b.Port != "Default").Select(b =>
                {
                    var row = new JsonObject { ["label"] = b.Port, ["to"] = b.To ?? "" };
                    Put(row, b.Script, fields);
                    return (JsonNode)row;
                })]),
        };
        form[settings.Until switch
        {
            WaitUntil.Hours => "hours",
            WaitUntil.Fact => "fact",
            WaitUntil.Day => "day",
            WaitUntil.Schedule => "cron",
            _ => "script",
        }] = settings.Until == WaitUntil.Hours && long.TryParse(settings.Moment, CultureInfo.InvariantCulture, out var hours)
            ? hours
            : settings.Moment;
        if (step.Type == AutomaticSettings.Decision)
        {
            Put(form, settings.Script, fields);
        }

        foreach (var branch in settings.Branches)
        {
            form[$"to-{branch.Port}"] = branch.To ?? "";
        }

        return form;
    }

    /// <summary>The settings that a form says; what it does not show stays as it was.</summary>
    public static Result<AutomaticSettings> Read(JsonObject form, CompiledDefinition definition, OutlineStep step)
    {
        var before = AutomaticSettings.Of(definition.At(step.Path)!);
        var (errors, fields) = (new List<FieldError>(), ConditionField.Of(definition));
        var title = Required(form, "title", "", errors);
        var settings = before with
        {
            Title = title,
            Branches = [.. before.Branches.Select(b => b with { To = To(form, $"to-{b.Port}") })],
        };
        switch (step.Type)
        {
            case AutomaticSettings.Decision:
                settings = settings with { Script = ScriptOf(form, "", before.Script, fields, errors) };
                break;
            case AutomaticSettings.Switch or AutomaticSettings.Fork:
                settings = Branches(form, settings, before, step.Type == AutomaticSettings.Switch, fields, errors);
                break;
            case AutomaticSettings.Join:
                settings = settings with { All = Text(form, "join") == "WaitAll" };
                break;
            case AutomaticSettings.Notify:
                settings = Notice(form, settings, before, errors);
                break;
            case AutomaticSettings.Delay or AutomaticSettings.StartAt or AutomaticSettings.Schedule:
                settings = Wait(form, settings, errors);
                break;
        }

        if (AutomaticSettings.Dispatching.Contains(step.Type))
        {
            settings = settings with { Process = Required(form, "process", "", errors), WaitsForEnd = IsYes(form, "waitsForEnd") };
        }

        return errors.Count > 0 ? Refusal.Invalid(errors) : settings;
    }

    private static AutomaticSettings Branches(
        JsonObject form,
        AutomaticSettings settings,
        AutomaticSettings before,
        bool isSwitch,
        IReadOnlyList<ConditionField> fields,
        List<FieldError> errors)
    {
        OutgoingBranch Branch(JsonObject row, int index)
        {
            var path = $"branches[{index}].";
            var label = Required(row, "label", path, errors);
            var written = before.Branches.FirstOrDefault(b => b.Port == Text(row, "label"))?.Script ?? "";
            return new OutgoingBranch(label, isSwitch ? ScriptOf(row, path, written, fields, errors) : "", To(row, "to"));
        }

        var rows = (form["branches"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        List<OutgoingBranch> branches = [.. rows.Select(Branch)];
        if (branches.Count < (isSwitch ? 1 : 2))
        {
            errors.Add(new FieldError("branches", isSwitch ? "Common.Required" : "Design.TwoBranches"));
        }

        if (branches.GroupBy(b => b.Port).Any(g => g.Key.Length > 0 && g.Count() > 1)
            || branches.Exists(b => isSwitch && b.Port == "Default"))
        {
            errors.Add(new FieldError("branches", "Design.BranchTwice"));
        }

        return settings with
        {
            Branches = isSwitch ? [.. branches, new OutgoingBranch("Default", "", To(form, "to-Default"))] : branches,
            All = isSwitch ? IsYes(form, "everyBranch") : settings.All,
        };
    }

    private static AutomaticSettings Notice(
        JsonObject form, AutomaticSettings settings, AutomaticSettings before, List<FieldError> errors)
    {
        List<string> tell = [.. (form["tell"] as JsonArray ?? []).Select(t => t?.ToString() ?? "").Where(t => t.Length > 0)];
        if (tell.Count == 0)
        {
            errors.Add(new FieldError("tell", "Common.Required"));
        }

        return settings with { To = tell, Kind = Text(form, "kind") is { Length: > 0 } kind ? kind : before.Kind };
    }

    private static AutomaticSettings Wait(JsonObject form, AutomaticSettings settings, List<FieldError> errors)
    {
        var until = Enum.TryParse<WaitUntil>(Text(form, "until"), out var kind) ? kind : settings.Until;
        var (name, text) = until switch
        {
            WaitUntil.Hours => ("hours", form["hours"]?.ToString() ?? ""),
            WaitUntil.Fact => ("fact", Text(form, "fact")),
            WaitUntil.Day => ("day", Text(form, "day")),
            WaitUntil.Schedule => ("cron", Text(form, "cron").Trim()),
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
        else if (until == WaitUntil.Schedule && !CronTimes.Next(text, DateTime.UnixEpoch, 1).Any())
        {
            errors.Add(new FieldError(name, "Design.BadSchedule"));
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
            return WrittenScript(owner, path, errors);
        }

        var terms = Terms(owner, path, fields, errors);
        if (terms.Count == 0)
        {
            errors.Add(new FieldError($"{path}terms", "Common.Required"));
        }

        // A script that says the same already stays as it was written.
        var picked = new Condition(Text(owner, "mode") == AnyOf, terms);
        var isSame = Condition.Read(before, fields) is { } known
            && (known.Any == picked.Any || terms.Count == 1)
            && known.Terms.SequenceEqual(picked.Terms);
        return errors.Count > 0 || isSame ? before : picked.Write(fields);
    }

    private static string WrittenScript(JsonObject owner, string path, List<FieldError> errors)
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

    private static List<ConditionTerm> Terms(
        JsonObject owner, string path, IReadOnlyList<ConditionField> fields, List<FieldError> errors)
    {
        var terms = new List<ConditionTerm>();
        foreach (var (row, i) in (owner["terms"] as JsonArray ?? []).OfType<JsonObject>().Select((r, i) => (r, i)))
        {
            var at = $"{path}terms[{i}].";
            if (fields.FirstOrDefault(f => f.Key == Text(row, "field")) is not { } field)
            {
                errors.Add(new FieldError($"{at}field", "Common.Required"));
                continue;
            }

            var comparison = Text(row, "comparison");
            if (!Condition.Comparisons(field.Kind).Contains(comparison))
            {
                errors.Add(new FieldError(
                    $"{at}comparison", comparison.Length == 0 ? "Common.Required" : $"Design.Comparison{field.Kind}"));
            }

            var value = Typed(Text(row, "value").Trim(), field.Kind);
            if (!Condition.IsValue(field.Kind, value))
            {
                errors.Add(new FieldError($"{at}value", value.Length == 0 ? "Common.Required" : $"Design.Value{field.Kind}"));
            }

            terms.Add(new ConditionTerm(field.Key, comparison, value));
        }

        return terms;
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
