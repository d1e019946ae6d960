using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Workflows.UserTasks;

/// <summary>Checks the extra fields of a step against what the definition asks.</summary>
public static class ExtraFields
{
    public static IReadOnlyList<FieldError> Check(IReadOnlyList<ExtraField> fields, JsonObject? values)
    {
        var errors = new List<FieldError>();
        foreach (var field in fields)
        {
            var value = values?[field.Name];
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
                "number" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
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
