using System.Text.Json.Nodes;

namespace Portal.Domain.Forms;

/// <summary>Holds while another field of the same level has one of these values.</summary>
/// <param name="Field">Name of the other field.</param>
/// <param name="Values">Values as they stand in the form's JSON: <c>true</c>, <c>Other</c>.</param>
public sealed record FieldCondition(string Field, params string[] Values)
{
    /// <param name="level">The form, or the row or section of it that holds both fields.</param>
    public bool HoldsIn(JsonObject level) => Values.Contains(TextOf(level[Field]));

    // A yes or no is true or false, an empty field the empty text.
    private static string TextOf(JsonNode? value)
    {
        if (value is JsonValue yesNo && yesNo.TryGetValue<bool>(out var isYes))
        {
            return isYes ? "true" : "false";
        }

        return value?.ToString() ?? "";
    }
}
