using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

/// <summary>
/// One thing that an administrator does with the organisation: its form, what the form opens with, and the verb. The acts
/// are a table, so that one page shows any of them and one operation carries any out.
/// </summary>
/// <param name="Key">Stable key, also of the form and its texts: <c>area-create</c>.</param>
/// <param name="Register">List it belongs to, one of <see cref="Registers"/>.</param>
/// <param name="OfRow">Done to a row of the list, not to the list.</param>
public sealed record OrganisationAct(
    string Key, string Register, bool OfRow, FormSchema Form,
    Func<OrganisationDirectory, string, DateOnly, JsonObject> Known,
    Func<OrganisationDraft, string, JsonObject, Refusal?> Verb)
{
    /// <summary>Whether the row, as it is, allows it at all; false hides the act.</summary>
    public Func<OrganisationDirectory, string, DateOnly, bool> IsOpen { get; init; } = (_, _, _) => true;

    /// <summary>
    /// R-ORG-07: it moves areas, groups or charges, and is shown with all that goes along before it is sent. Whether a leader approves it
    /// is not said here: that is judged by what it changes.
    /// </summary>
    public bool IsShownFirst { get; init; }

    public static IReadOnlyList<OrganisationAct> All { get; } =
        [.. AreaActs.All, .. GroupActs.All, .. LeaderActs.All, .. StaffActs.All, .. CatalogueActs.All];

    public static OrganisationAct? Find(string? key) => All.FirstOrDefault(a => a.Key == key);

    /// <summary>The first day on which things are as the form says; null where it names none.</summary>
    public static DateOnly? BeginsOn(JsonObject form)
    {
        DateOnly? Day(string name) => DateOnly.TryParse(form[name]?.ToString(), CultureInfo.InvariantCulture, out var day) ? day : null;
        return Day("from") ?? (Day("last") is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null);
    }

    /// <summary>
    /// Carries it out on the draft, or refuses and leaves the draft as it is. A row that does not allow it is as good as unknown.
    /// </summary>
    public Refusal? Apply(OrganisationDraft draft, string id, JsonObject form) =>
        OfRow && !IsOpen(draft.Directory, id, draft.Today) ? Refusal.NotFound : Verb(draft, id, form);

    /// <param name="own">What the fields do not say themselves; null where that is nothing.</param>
    internal static OrganisationAct Of<T>(
        string key, string register, bool ofRow, IValidator<T>? own,
        Func<OrganisationDirectory, string, DateOnly, T> known,
        Func<OrganisationDraft, string, T, Refusal?> apply,
        params FormField[] fields)
        where T : class
    {
        var form = new FormSchema(key, typeof(T), new FormPage(key, null, fields));
        var rules = new OrganisationRules<T>(form, own);
        return new(key, register, ofRow, form.CheckedBy(rules),
            (directory, id, day) => FormInput.ToJson(known(directory, id, day)),
            (draft, id, filledIn) =>
            {
                var input = FormInput.Read(filledIn, rules);
                return input.IsSuccess ? apply(draft, id, input.Value) : input.Refusal;
            });
    }

    /// <summary>A refusal at the field that caused it.</summary>
    internal static Refusal At(string path, Refusal refusal) =>
        Refusal.Invalid([new FieldError(path, refusal.Code, refusal.Clause, refusal.Args)]);

    internal static Refusal At(string path, string code, params object?[] args) =>
        Refusal.Invalid([new FieldError(path, code, null, args)]);
}
