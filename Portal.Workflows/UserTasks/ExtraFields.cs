using System.Globalization;
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

    // Days in this form are in order as texts.
    private static string? OutOfRange(ExtraField field, string text)
    {
        int? Against(string? bound) => bound is null || !IsBound(field.Kind, bound) ? null
            : field.Kind == "number" ? Number(text)!.Value.CompareTo(Number(bound)!.Value)
            : field.Kind == "date" ? Math.Sign(string.CompareOrdinal(text, bound))
            : text.Trim().Length.CompareTo(int.Parse(bound, CultureInfo.InvariantCulture));
        var kind = field.Kind is "number" or "date" ? "Value" : "Length";
        return Against(field.Min) < 0 ? $"Extra.{kind}Min" : Against(field.Max) > 0 ? $"Extra.{kind}Max" : null;
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

    public static IReadOnlyList<FieldError> Check(IReadOnlyList<ExtraField> fields, JsonObject? values)
    {
        var errors = new List<FieldError>();
        foreach (var field in fields)
        {
            var value = values?[field.Name];
            if (field.Kind == "file")
            {
                if (value is not null && (value is not JsonArray list || list.Any(i => !Guid.TryParse(i?.ToString(), out _))))
                {
                    errors.Add(new FieldError($"extra.{field.Name}", "Common.WrongType"));
                }
                else if (field.Required && value is not JsonArray { Count: > 0 })
                {
                    errors.Add(new FieldError($"extra.{field.Name}", "Common.Required"));
                }

                continue;
            }

            var text = value is JsonValue v && v.TryGetValue<string>(out var s) ? s : value?.ToJsonString() ?? "";
            var path = $"extra.{field.Name}";
            if (string.IsNullOrWhiteSpace(text))
            {
                if (field.Required)
                {
                    errors.Add(new FieldError(path, "Common.Required"));
                }

                continue;
            }

            var ok = field.Kind switch
            {
                "number" => Number(text) is not null,
                "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "yesNo" => text is "true" or "false",
                "choice" => field.Options.Contains(text),
                _ => true,
            };
            if (!ok)
            {
                errors.Add(new FieldError(path, "Common.WrongType"));
            }
            else if (text.Length > field.MaxLength)
            {
                errors.Add(new FieldError(path, "Common.TooLong", null, field.MaxLength));
            }
            else if (OutOfRange(field, text) is { } code)
            {
                errors.Add(new FieldError(
                    path, code, null, Shown(field, code.EndsWith("Min", StringComparison.Ordinal) ? field.Min! : field.Max!)));
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
}
