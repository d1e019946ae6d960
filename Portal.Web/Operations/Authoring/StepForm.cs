using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Authoring;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Authoring;

/// <summary>The settings of a human step as a form with plain controls, and back.</summary>
public static partial class StepForm
{
    public const string Key = "design-step";

    private const string None = "none", WorkingDays = "workingDays", WorkingHours = "workingHours", At = "at";

    /// <summary>Kinds of <see cref="ExtraField"/> that a step may ask for.</summary>
    public static IReadOnlyList<string> FieldKinds { get; } =
    [
        "text", "longText", "number", "date", "choice", "yesNo", "person", "area", "file",
    ];

    /// <summary>Marks a field of the step's own form among other options.</summary>
    public const string FieldMark = "field:";

    /// <summary>Marks a page of the step's own form among other options.</summary>
    public const string PageMark = "page:";

    public static JsonObject Open(StepSettings settings) => new()
    {
        ["title"] = settings.Title,
        ["instructions"] = settings.Instructions,
        ["legalBasis"] = Texts(settings.LegalBasis),
        ["who"] = Texts(settings.Who.Where(w => !w.StartsWith("person:", StringComparison.Ordinal))),
        ["people"] = Texts(settings.Who.Where(w => w.StartsWith("person:", StringComparison.Ordinal)).Select(w => w[7..])),
        ["outcomes"] = new JsonArray([.. settings.Outcomes.Select(o => (JsonNode)new JsonObject
        {
            ["key"] = o.Key,
            ["label"] = o.Label,
            ["commentRequired"] = o.CommentRequired,
            ["to"] = o.To ?? "",
        })]),
        ["dueKind"] = DueKindOf(settings.Due),
        ["dueNumber"] = settings.Due?.WorkingDays ?? settings.Due?.WorkingHours ?? "",
        ["dueAt"] = settings.Due?.At ?? "",
        ["reminders"] = RemindersOf(settings.Reminders),
        ["onTimeout"] = settings.OnTimeout.Do,
        ["timeoutTo"] = Texts(settings.OnTimeout.To),
        ["timeoutTarget"] = settings.TimeoutTarget ?? "",
        ["form"] = settings.Form ?? "",
        ["requiredFields"] = Texts(settings.RequiredFields.Select(f => FieldMark + f)),
        ["hiddenFields"] = Texts(settings.HiddenFields.Select(f => FieldMark + f)),
        ["fields"] = new JsonArray([.. settings.Fields.Select(f => (JsonNode)new JsonObject
        {
            ["name"] = f.Name,
            ["label"] = f.Label,
            ["kind"] = f.Kind,
            ["required"] = f.Required,
            ["options"] = string.Join('\n', f.Options),
            ["hint"] = f.Hint,
            ["default"] = Bound(f.Kind, f.Default) is { Length: > 0 } shown ? shown : f.Default ?? "",
            ["format"] = f.Format ?? "",
            ["page"] = f.Page is { } page ? PageMark + page : "",
            ["min"] = Bound(f.Kind, f.Min),
            ["max"] = Bound(f.Kind, f.Max),
        })]),
    };

    /// <summary>The settings that a form says; what the form does not show stays as it was.</summary>
    public static Result<StepSettings> Read(JsonObject form, StepSettings before)
    {
        var errors = new List<FieldError>();
        var title = Title(form, errors);
        var who = List(form, "who").Concat(List(form, "people").Select(p => $"person:{p}")).ToList();
        var outcomes = Outcomes(form, errors);
        var due = Due(form, before.Due, errors);
        var reminders = Reminders(Text(form, "reminders"), errors);
        var fields = Rows(form, "fields").Select((f, i) => Field(f, i, before.Fields, errors)).ToList();
        var key = Text(form, "form") is { Length: > 0 } chosen ? chosen : null;

        // Another form has other fields, so the marks of the old form are dropped.
        var isSame = key == before.Form;
        List<string> required = [.. List(form, "requiredFields").Where(_ => isSame).Select(Unmarked)];
        List<string> hidden = [.. List(form, "hiddenFields").Where(_ => isSame).Select(Unmarked)];
        if (required.Intersect(hidden).Any())
        {
            errors.Add(new FieldError("hiddenFields", "Design.RequiredAndHidden"));
        }

        var overdue = Text(form, "onTimeout") is { Length: > 0 } act ? act : "stay";
        var target = Text(form, "timeoutTarget") is { Length: > 0 } step ? step : null;
        if (overdue == TimeoutRule.Leave && target is null)
        {
            errors.Add(new FieldError("timeoutTarget", "Common.Required"));
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        return before with
        {
            Title = title,
            Instructions = Text(form, "instructions"),
            LegalBasis = List(form, "legalBasis"),
            Who = who,
            Outcomes = outcomes,
            Due = due,
            Reminders = reminders,
            OnTimeout = before.OnTimeout with
            {
                Do = overdue,

                // Who else is told stays known while the step leaves by time instead.
                To = overdue == TimeoutRule.Leave ? before.OnTimeout.To : List(form, "timeoutTo"),
            },
            TimeoutTarget = overdue == TimeoutRule.Leave ? target : null,
            Fields = fields,
            Form = key,
            RequiredFields = required,
            HiddenFields = hidden,
        };
    }

    private static string Title(JsonObject form, List<FieldError> errors)
    {
        var title = Text(form, "title").Trim();
        if (title.Length is 0 or > 200)
        {
            errors.Add(new FieldError("title", title.Length == 0 ? "Common.Required" : "Common.TooLong", null, 200));
        }

        return title;
    }

    private static List<StepOutcome> Outcomes(JsonObject form, List<FieldError> errors)
    {
        var outcomes = Rows(form, "outcomes").Select((o, i) => Outcome(o, i, errors)).ToList();
        if (outcomes.Count == 0)
        {
            errors.Add(new FieldError("outcomes", "Common.Required"));
        }

        foreach (var twice in outcomes.GroupBy(o => o.Key).Where(g => g.Count() > 1))
        {
            errors.Add(new FieldError("outcomes", "Design.KeyTwice", null, twice.Key));
        }

        return outcomes;
    }

    private static StepOutcome Outcome(JsonObject row, int index, List<FieldError> errors)
    {
        var label = Text(row, "label").Trim();
        if (label.Length == 0)
        {
            errors.Add(new FieldError($"outcomes[{index}].label", "Common.Required"));
        }

        // A key is made once from the words; it stands in decisions and in the trail, and does not change with them.
        var key = Text(row, "key").Trim();
        return new StepOutcome(
            key.Length > 0 ? key : KeyOf(label, $"Outcome{index + 1}"),
            label,
            row["commentRequired"] is JsonValue v && v.TryGetValue<bool>(out var required) && required,
            Text(row, "to") is { Length: > 0 } to ? to : null);
    }

    private static ExtraField Field(JsonObject row, int index, IReadOnlyList<ExtraField> before, List<FieldError> errors)
    {
        var (label, kind, name) = (Text(row, "label").Trim(), Text(row, "kind"), Text(row, "name").Trim());
        if (label.Length == 0)
        {
            errors.Add(new FieldError($"fields[{index}].label", "Common.Required"));
        }

        if (!FieldKinds.Contains(kind))
        {
            errors.Add(new FieldError($"fields[{index}].kind", "Common.Required"));
        }

        var options = Text(row, "options").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (kind == "choice" && options.Distinct().Count() < 2)
        {
            errors.Add(new FieldError($"fields[{index}].options", "Design.TwoOptions"));
        }

        var (min, max) = (ReadBound(row, "min", index, kind, errors), ReadBound(row, "max", index, kind, errors));
        name = name.Length > 0 ? name : KeyOf(label, $"field{index + 1}");
        var known = before.FirstOrDefault(f => f.Name == name) ?? new ExtraField { Name = name, Label = label };
        var field = known with
        {
            Label = label,
            Kind = kind,
            Required = row["required"] is JsonValue v && v.TryGetValue<bool>(out var required) && required,
            Options = kind == "choice" ? [.. options.Distinct()] : [],
            Min = min,
            Max = max,
            Hint = Text(row, "hint").Trim(),
            Format = kind == "text" && Text(row, "format") is { Length: > 0 } format ? format : null,
            Page = Text(row, "page") is { Length: > 0 } page ? page[PageMark.Length..] : null,
        };
        return field with { Default = ReadDefault(row, index, field, errors) };
    }

    // What a field opens with is what it would take.
    private static string? ReadDefault(JsonObject row, int index, ExtraField field, List<FieldError> errors)
    {
        if (Text(row, "default").Trim() is not { Length: > 0 } typed || field.Kind is "file" or "person" or "area")
        {
            return null;
        }

        var value = StoredBound(field.Kind, typed);
        var wrong = ExtraFields.Check([field with { Required = false }], new JsonObject { [field.Name] = value });
        errors.AddRange(wrong.Select(w => w with { Path = $"fields[{index}].default" }));
        return value;
    }

    private static string? ReadBound(JsonObject row, string which, int index, string kind, List<FieldError> errors)
    {
        var typed = Text(row, which).Trim();
        if (typed.Length == 0 || kind is not ("text" or "longText" or "number" or "date"))
        {
            return null;
        }

        var bound = StoredBound(kind, typed);
        if (!ExtraFields.IsBound(kind, bound))
        {
            errors.Add(new FieldError($"fields[{index}].{which}", kind == "date" ? "Design.ValueDay" : "Design.ValueNumber"));
        }

        return bound;
    }

    private static string DueKindOf(DueRule? due) => due switch
    {
        { WorkingDays: not null } => WorkingDays,
        { WorkingHours: not null } => WorkingHours,
        { At: not null } => At,
        _ => None,
    };

    // Empty when the portal's own reminders apply, 0 when there are to be none.
    private static string RemindersOf(IReadOnlyList<string>? reminders) => reminders switch
    {
        null => "",
        { Count: 0 } => "0",
        _ => string.Join(", ", reminders),
    };

    // The stored form of a bound: a day as in JSON, a number with a decimal point.
    private static string StoredBound(string kind, string typed)
    {
        if (kind == "date" && DateOnly.TryParseExact(typed, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return kind == "number" ? typed.Replace(',', '.') : typed;
    }

    private static string Bound(string kind, string? bound)
    {
        if (bound is null)
        {
            return "";
        }

        if (kind == "date" && DateOnly.TryParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        }

        return bound;
    }

    private static DueRule? Due(JsonObject form, DueRule? before, List<FieldError> errors)
    {
        var (kind, number) = (Text(form, "dueKind"), Text(form, "dueNumber").Trim());
        if (kind is WorkingDays or WorkingHours
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n is > 0 and <= 365
                : PortalSettings.IsKnown(number)))
        {
            errors.Add(new FieldError("dueNumber", "Design.BadDue"));
        }

        if (kind == At && Text(form, "dueAt").Length == 0)
        {
            errors.Add(new FieldError("dueAt", "Common.Required"));
        }

        var kept = before ?? new DueRule();
        return kind switch
        {
            WorkingDays => kept with { WorkingDays = number, WorkingHours = null, At = null },
            WorkingHours => kept with { WorkingDays = null, WorkingHours = number, At = null },
            At => kept with { WorkingDays = null, WorkingHours = null, At = Text(form, "dueAt") },
            _ => null,
        };
    }

    private static IReadOnlyList<string>? Reminders(string text, List<FieldError> errors)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        if (parts is ["0"])
        {
            return [];
        }

        try
        {
            return [.. parts.Select(p =>
            {
                Reminder.Parse(p);
                return p.TrimStart('+');
            })];
        }
        catch (JsonException)
        {
            errors.Add(new FieldError("reminders", "Design.BadReminders"));
            return null;
        }
    }

    /// <summary>Words as a key: "Xin ý kiến" is <c>XinYKien</c>.</summary>
    private static string KeyOf(string words, string otherwise)
    {
        var key = string.Concat(VietnameseText.Fold(words)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit)))
            .Where(w => w.Length > 0)
            .Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return key.Length is 0 or > 50 || char.IsDigit(key[0]) ? otherwise : key;
    }

    private static string Unmarked(string name) => name.StartsWith(FieldMark, StringComparison.Ordinal) ? name[FieldMark.Length..] : name;

    private static string Text(JsonObject form, string name) =>
        form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";

    private static IReadOnlyList<string> List(JsonObject form, string name) =>
        form[name] is JsonArray array ? [.. array.Select(i => i?.ToString() ?? "").Where(i => i.Length > 0)] : [];

    private static IEnumerable<JsonObject> Rows(JsonObject form, string name) => (form[name] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
}
