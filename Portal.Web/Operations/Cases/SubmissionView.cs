using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Cases;

/// <summary>One form as it was sent, or the fact that there is one that this person may not read.</summary>
/// <param name="Form">Null when it is hidden.</param>
public sealed record SubmissionView(
    Guid Id, string StepId, string FormKey, string? Item, string Action, int Round, string PersonId, string? ActingForId, DateTime At,
    bool IsRestricted, bool IsStub, JsonObject? Form, JsonObject? Extra, JsonObject? Previous)
{
    /// <summary>The same without some fields of it.</summary>
    public SubmissionView Without(IReadOnlyList<string> fields) =>
        fields.Count == 0 ? this : this with { Form = Strip(Form, fields), Previous = Strip(Previous, fields) };

    private static JsonObject? Strip(JsonObject? form, IReadOnlyList<string> fields)
    {
        var rest = (JsonObject?)form?.DeepClone();
        foreach (var field in fields)
        {
            rest?.Remove(field);
        }

        return rest;
    }
}
