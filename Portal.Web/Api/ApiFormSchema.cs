using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Portal.Domain.Forms;

namespace Portal.Web.Api;

/// <summary>The JSON schema of a form: its types, and the limits that hold of each text and list.</summary>
internal static class ApiFormSchema
{
    private const string Times =
        "Local time of Viet Nam where it has no offset (2026-12-21T05:30:00); with one, or with Z, that moment.";

    public static JsonNode Of(FormSchema form)
    {
        var schema = FormInput.Json.GetJsonSchemaAsNode(form.InputType);
        Limit(schema, form.Fields);
        return schema;
    }

    private static void Limit(JsonNode? schema, IEnumerable<FormField> fields)
    {
        if (schema?["properties"] is not JsonObject properties)
        {
            return;
        }

        foreach (var field in fields)
        {
            if (properties[field.Name] is not JsonObject property)
            {
                continue;
            }

            if (field.IsList)
            {
                property["maxItems"] = field.Most;
                Limit(property["items"], field.Items);
            }
            else if (field.Kind == FieldKind.Section)
            {
                Limit(property, field.Items);
            }
            else if (IsText(property))
            {
                property["maxLength"] = field.Longest;
            }

            if (field.Kind == FieldKind.DateTime)
            {
                property["description"] = Times;
            }
        }
    }

    private static bool IsText(JsonObject property) => property["enum"] is null && property["format"] is null && property["type"] switch
    {
        JsonArray several => several.Any(t => (string?)t == "string"),
        JsonValue one => (string?)one == "string",
        _ => false,
    };
}
