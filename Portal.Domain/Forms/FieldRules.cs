using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>Holds a filled form to what its schema says of each field, on every level.</summary>
public static class FieldRules
{
    public static IEnumerable<FieldError> Check(FormSchema schema, JsonObject form) =>
        Check(schema.Fields, form, "", isStub: GatedInput.IsStub(form), inContent: false);

    private static IEnumerable<FieldError> Check(
        IEnumerable<FormField> fields, JsonObject level, string prefix, bool isStub, bool inContent) =>
        fields.Where(f => f.Kind != FieldKind.Secrecy).SelectMany(f =>
        {
            var (path, isContent) = (prefix + f.Name, inContent || f.IsContent);
            var isDemanded = !(isStub && isContent);
            var value = level[f.Name] ?? (isDemanded && IsMissingSection(f, level) ? new JsonObject() : null);
            return Check(f, level, path, isDemanded).Concat(Inside(f, value, path, isStub, isContent));
        });

    /// <param name="isDemanded">False for the content of a state secret: that there is none is the form's own rule .</param>
    private static IEnumerable<FieldError> Check(FormField field, JsonObject level, string path, bool isDemanded)
    {
        var length = level[field.Name] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Length : (int?)null;
        if (isDemanded && field.Required && !field.DemandedByRules && field.IsShownIn(level))
        {
            if (field.IsEmptyIn(level) && !IsAskedInside(field))
            {
                yield return field.IsReason
                    ? new FieldError(path, "Common.ReasonRequired")
                    : new FieldError(path, "Common.Required", field.RequiredBy ?? field.Clause);
            }

            if (field.IsReason && length > 0 && Reasons.IsTooShort((string)level[field.Name]!))
            {
                yield return new FieldError(path, "Common.ReasonTooShort", null, Reasons.Shortest);
            }
        }

        if (length > field.Longest)
        {
            yield return new FieldError(path, "Common.TooLong", null, field.Longest);
        }

        if (level[field.Name] is JsonArray list && list.Count > field.Most)
        {
            yield return new FieldError(path, "Common.TooManyItems", null, field.Most);
        }
    }

    private static bool IsMissingSection(FormField field, JsonObject level) =>
        field is { Required: true, DemandedByRules: false } && IsAskedInside(field) && field.IsShownIn(level);

    // A section that is missing is told by its fields, where people see them.
    private static bool IsAskedInside(FormField field) =>
        field.Kind == FieldKind.Section && field.Items.Any(i => i is { Required: true, DemandedByRules: false });

    private static IEnumerable<FieldError> Inside(FormField field, JsonNode? value, string path, bool isStub, bool inContent) =>
        value switch
        {
            // An optional section that nobody filled in is none.
            JsonObject { Count: 0 } when field is { Kind: FieldKind.Section, Required: false } => [],
            JsonObject section => Check(field.Items, section, $"{path}.", isStub, inContent),
            JsonArray rows => rows.SelectMany((row, i) =>
                row is JsonObject level ? Check(field.Items, level, $"{path}[{i}].", isStub, inContent) : []),
            _ => [],
        };
}
