namespace Portal.Web.Api;

public sealed record ExtraFieldAnswer(string Name, string Label, string Kind, bool Required, IReadOnlyList<string> Options)
{
    public static IReadOnlyList<ExtraFieldAnswer> Of(IReadOnlyList<Portal.Workflows.UserTasks.ExtraField> fields) =>
        [.. fields.Select(f => new ExtraFieldAnswer(f.Name, f.Label, f.Kind, f.Required, f.Options))];
}
