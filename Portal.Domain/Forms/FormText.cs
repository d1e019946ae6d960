using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>
/// Brings what was sent into the shape in which the portal keeps it, before anything reads it: text that every document can hold, times in
/// Viet Nam's; and refuses what is larger than any form.
/// </summary>
public static class FormText
{
    /// <summary>Items of any list, whatever the form says.</summary>
    public const int MostItems = 2000;

    /// <summary>Characters of any text, whatever the form says.</summary>
    public const int LongestText = 100_000;

    private const int Deepest = 16;

    // Days of the portal's life, and of those whose lives it knows.
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Cleans a form or the extra fields of a step in place.</summary>
    /// <param name="form">Null for none.</param>
    /// <param name="fields">What is known of its fields: text of one line, times; nothing is known of others.</param>
    /// <param name="prefix">Path of the form within what was sent, with a dot behind it; empty for the form itself.</param>
    /// <returns>Null, or what is too large or no text at all.</returns>
    public static Refusal? Tidy(JsonObject? form, IEnumerable<FormField>? fields = null, string prefix = "")
    {
        if (form is null)
        {
            return null;
        }

        try
        {
            return Level(form, [.. fields ?? []], prefix, 0) is { } error ? Refusal.Invalid([error]) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Bytes that are no text, half of a character, or the same name twice: JSON is only looked at when it is read.
            return Refusal.Invalid([new FieldError(prefix.TrimEnd('.'), "Common.WrongType")]);
        }
    }

    private static FieldError? Level(JsonObject level, IReadOnlyList<FormField> fields, string prefix, int depth)
    {
        foreach (var (name, value) in level.ToList())
        {
            var field = fields.FirstOrDefault(f => f.Name == name);
            if (Node(value, field, prefix + name, depth, made => level[name] = made) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static FieldError? Node(JsonNode? node, FormField? field, string path, int depth, Action<JsonNode> replace)
    {
        switch (node)
        {
            case JsonObject or JsonArray when depth >= Deepest:
                return new FieldError(path, "Common.WrongType");
            case JsonObject section:
                return Level(section, field?.Items ?? [], $"{path}.", depth + 1);
            case JsonArray { Count: var count } when count > MostItems:
                return new FieldError(path, "Common.TooManyItems", null, MostItems);
            case JsonArray list:
                return List(list, field, path, depth);
            case JsonValue value when value.TryGetValue<string>(out var text):
                if (text.Length > LongestText)
                {
                    return new FieldError(path, "Common.TooLong", null, LongestText);
                }

                if (field?.Kind is FieldKind.Date or FieldKind.DateTime && IsFarAway(text))
                {
                    return new FieldError(path, "Common.DayOutOfRange", null, FirstYear, LastYear);
                }

                var kept = Kept(text, field?.Kind);
                if (!ReferenceEquals(kept, text))
                {
                    replace(JsonValue.Create(kept));
                }

                return null;
            default:
                return null;
        }
    }

    private static FieldError? List(JsonArray list, FormField? field, string path, int depth)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var at = i;
            if (list[i] is null || (field?.Kind == FieldKind.Rows && list[i] is not JsonObject))
            {
                return new FieldError($"{path}[{i}]", "Common.WrongType");
            }

            var error = list[i] is JsonObject row
                ? Level(row, field?.Items ?? [], $"{path}[{i}].", depth + 1)
                : Node(list[i], null, $"{path}[{i}]", depth + 1, made => list[at] = made);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static string Kept(string text, FieldKind? kind) => kind switch
    {
        FieldKind.DateTime => InVietnam(text),
        FieldKind.Text => PlainText.CleanLine(text),
        _ => PlainText.Clean(text),
    };

    /// <summary>Days that are in use: far from the ends of the calendar, where reckoning with them fails.</summary>
    public static bool IsInRange(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    private static bool IsFarAway(string text) =>
        text.Length > 4 && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is < FirstYear or > LastYear;

    /// <summary>A moment with an offset is that moment in Viet Nam; one without is Viet Nam's already.</summary>
    private static string InVietnam(string text) =>
        HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.UtcDateTime < DateTime.MaxValue.AddDays(-1)
            ? VietnamTime.ToLocal(moment.UtcDateTime).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
            : text;

    // As JSON writes times: the offset comes after the time of day.
    private static bool HasOffset(string text) =>
        text.Length > "2026-12-21T05:30".Length
            && text[10] is 'T' or 't'
            && (text[^1] is 'Z' or 'z' || text.IndexOfAny(['+', '-'], 11) >= 0);
}
