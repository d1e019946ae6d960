using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Workflows.UserTasks;

/// <summary>Checks the extra fields of a step against what the definition asks.</summary>
public static class ExtraFields
{
    /// <summary>A bound that suits its field: a number, a day, or a length in characters.</summary>
    public static bool IsBound(string kind, string bound) => kind switch
    {
        "number" => Number(bound) is not null,
        "date" => DateOnly.TryParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "text" or "longText" => int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    /// <summary>What a text may have to look like.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["email", "phone", "digits", "documentNumber"];

    /// <summary>
    /// What the fields open with: what an earlier step of the case answered in a field of the same name and kind, so that nothing is typed
    /// twice; else their default.
    /// </summary>
    /// <param name="earlier">Extra values of earlier steps that the person may read, the latest last.</param>
    public static JsonObject Known(IReadOnlyList<ExtraField> fields, IEnumerable<JsonObject?> earlier)
    {
        var answered = earlier.OfType<JsonObject>().Reverse().ToList();
        var known = new JsonObject();
        foreach (var field in fields.Where(f => f.Kind != "file"))
        {
            var value = answered.Select(a => a[field.Name])
                .OfType<JsonValue>()
                .Select(v => v.ToString())
                .FirstOrDefault(t => t.Length > 0 && IsOfKind(field, t)) ?? field.Default;
            if (value is { Length: > 0 })
            {
                known[field.Name] = value;
            }
        }

        return known;
    }

    private static FieldError? OutOfRange(ExtraField field, string text)
    {
        var kind = field.Kind is "number" or "date" ? "Value" : "Length";
        if (Against(field, text, field.Min) < 0)
        {
            return new FieldError($"extra.{field.Name}", $"Extra.{kind}Min", null, Shown(field, field.Min!));
        }

        return Against(field, text, field.Max) > 0
            ? new FieldError($"extra.{field.Name}", $"Extra.{kind}Max", null, Shown(field, field.Max!))
            : null;
    }

    // Less than 0 below the bound, more above it; null where no bound is set. Days in this form are in order as texts.
    private static int? Against(ExtraField field, string text, string? bound)
    {
        if (bound is null || !IsBound(field.Kind, bound))
        {
            return null;
        }

        return field.Kind switch
        {
            "number" => Number(text)!.Value.CompareTo(Number(bound)!.Value),
            "date" => Math.Sign(string.CompareOrdinal(text, bound)),
            _ => text.Trim().Length.CompareTo(int.Parse(bound, CultureInfo.InvariantCulture)),
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Shown(ExtraField field, string bound) =>
        field.Kind == "date"
            ? DateOnly.ParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : bound;

    /// <summary>The files that were sent in extra fields; the fields were checked.</summary>
    public static IEnumerable<Guid> Files(IReadOnlyList<ExtraField> fields, JsonObject? values) =>
        fields.Where(f => f.Kind == "file").SelectMany(f => values?[f.Name] as JsonArray ?? []).Select(i => Guid.Parse(i!.ToString()));

    /// <summary>A text or a file was sent in one of them: the state-secret question is answered first .</summary>
    public static bool AreInWords(IReadOnlyList<ExtraField> fields, JsonObject? values) =>
        fields.Any(f => f.Kind is "text" or "longText" or "file" && values?[f.Name] switch
        {
            null or JsonArray { Count: 0 } => false,
            JsonValue v when v.TryGetValue<string>(out var text) => !string.IsNullOrWhiteSpace(text),
            _ => true,
        });

    /// <param name="isKnown">Whether there is such a person or area (kind, id); null leaves that unchecked.</param>
    public static IReadOnlyList<FieldError> Check(
        IReadOnlyList<ExtraField> fields, JsonObject? values, Func<string, string, bool>? isKnown = null)
    {
        var errors = new List<FieldError>();
        foreach (var field in fields)
        {
            var value = values?[field.Name];
            if ((field.Kind == "file" ? WrongFiles(field, value) : WrongValue(field, value)) is { } error)
            {
                errors.Add(error);
            }
            else if (field.Kind is "person" or "area" && TextOf(value) is { Length: > 0 } id && isKnown?.Invoke(field.Kind, id) == false)
            {
                errors.Add(new FieldError($"extra.{field.Name}", $"Extra.No{field.Kind}"));
            }
        }

        foreach (var (name, _) in values ?? [])
        {
            if (fields.All(f => f.Name != name))
            {
                errors.Add(new FieldError($"extra.{name}", "Common.UnknownField"));
            }
        }

        return errors;
    }

    private static FieldError? WrongFiles(ExtraField field, JsonNode? value)
    {
        if (value is not null && (value is not JsonArray list || list.Any(i => !Guid.TryParse(i?.ToString(), out _))))
        {
            return new FieldError($"extra.{field.Name}", "Common.WrongType");
        }

        return field.Required && value is not JsonArray { Count: > 0 }
            ? new FieldError($"extra.{field.Name}", "Common.Required")
            : null;
    }

    private static FieldError? WrongValue(ExtraField field, JsonNode? value)
    {
        var text = TextOf(value);
        var path = $"extra.{field.Name}";
        if (string.IsNullOrWhiteSpace(text))
        {
            return field.Required ? new FieldError(path, "Common.Required") : null;
        }

        if (!IsOfKind(field, text))
        {
            return new FieldError(path, "Common.WrongType");
        }

        if (text.Length > field.MaxLength)
        {
            return new FieldError(path, "Common.TooLong", null, field.MaxLength);
        }

        return field is { Kind: "text", Format: { } format } && !HasFormat(format, text.Trim())
            ? new FieldError(path, $"Extra.Format.{format}")
            : OutOfRange(field, text);
    }

    private static string TextOf(JsonNode? value) =>
        value is JsonValue v && v.TryGetValue<string>(out var s) ? s : value?.ToJsonString() ?? "";

    // As these are written in Viet Nam: 091 234 56 78, 12-QĐ/TU.
    private static bool HasFormat(string format, string text) => format switch
    {
        "email" => MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.'),
        "phone" => text.Count(char.IsAsciiDigit) is >= 8 and <= 15 && text.All(c => char.IsAsciiDigit(c) || " .-+()".Contains(c)),
        "digits" => text.All(char.IsAsciiDigit),
        "documentNumber" => text.Length > 2 && char.IsAsciiDigit(text[0]) && text[1..^1].Contains('/') && !text.Any(char.IsWhiteSpace),
        _ => true,
    };

    private static bool IsOfKind(ExtraField field, string text) => field.Kind switch
    {
        "number" => Number(text) is not null,
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "yesNo" => text is "true" or "false",
        "choice" => field.Options.Contains(text),
        _ => true,
    };
}
