namespace Portal.Web.Api;

/// <param name="Hint">What to keep in mind; empty for nothing.</param>
/// <param name="Default">What it opens with on screen; null for nothing.</param>
/// <param name="Format">One of email, phone, digits, documentNumber; null for anything.</param>
public sealed record ExtraFieldAnswer(
    string Name, string Label, string Kind, bool Required, IReadOnlyList<string> Options, string Hint, string? Default, string? Format)
{
    public static IReadOnlyList<ExtraFieldAnswer> Of(IReadOnlyList<Portal.Workflows.UserTasks.ExtraField> fields) =>
        [.. fields.Select(f => new ExtraFieldAnswer(f.Name, f.Label, f.Kind, f.Required, f.Options, f.Hint, f.Default, f.Format))];
}
