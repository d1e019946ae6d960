namespace Portal.Web.Operations.Forms;

/// <summary>Words that somebody may take over into an empty field at one press: from the office's own records.</summary>
/// <param name="Field">Name of the text field that it stands under, on any level of the form.</param>
/// <param name="Label">What it is shown as.</param>
/// <param name="Values">What is filled in: texts by the names of fields on that level.</param>
/// <param name="When">Field of that level and the value that it must hold, or have among others; null: always.</param>
public sealed record FormSuggestion(
    string Field, string Label, IReadOnlyDictionary<string, string> Values, (string Field, string Value)? When = null);
