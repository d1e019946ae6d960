using System.Text.Json.Nodes;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>
/// The shape of a form: what the wizard shows, what the check page lists, what the API describes. The typed record it
/// fills is <see cref="InputType"/>; a test holds the two equal.
/// </summary>
public sealed record FormSchema(string Key, Type InputType, params FormPage[] Pages)
{
    public IEnumerable<FormField> Fields => Pages.SelectMany(p => p.Fields);

    /// <summary>
    /// Checks the shape of a filled form; null when it is valid. The wizard asks it page by page, the use case again as a
    /// whole.
    /// </summary>
    public Func<JsonObject, Refusal?> Check { get; init; } = _ => null;

    public FormSchema CheckedBy<T>(FluentValidation.IValidator<T> validator)
        where T : class => this with { Check = form => FormInput.Read(form, validator).Refusal };

    /// <summary>The form as a step of a definition wants it: some optional fields of it demanded, others left out.</summary>
    /// <param name="required">Names of fields of the first level.</param>
    /// <param name="hidden">Names of fields of the first level.</param>
    public FormSchema With(IReadOnlyCollection<string> required, IReadOnlyCollection<string> hidden) =>
        required.Count + hidden.Count == 0 ? this : WithFields(f => AsDemanded(f, required, hidden)) with
        {
            Check = form => Check(form) ?? WhyNotFilled(form, required),
        };

    private static FormField? AsDemanded(FormField field, IReadOnlyCollection<string> required, IReadOnlyCollection<string> hidden)
    {
        if (hidden.Contains(field.Name))
        {
            return null;
        }

        return required.Contains(field.Name) ? field with { Required = true, SometimesRequired = false } : field;
    }

    private Refusal? WhyNotFilled(JsonObject form, IReadOnlyCollection<string> required) =>
        Demanded(form, required) is { Count: > 0 } missing ? Refusal.Invalid(missing) : null;

    // Fields for which it gives null are left out, and so is a page that has none any more.
    private FormSchema WithFields(Func<FormField, FormField?> change)
    {
        FormPage[] pages = [.. Pages.Select(p => p with { Fields = [.. p.Fields.Select(change).OfType<FormField>()] })];
        return this with { Pages = [.. pages.Where(p => p.Fields.Length > 0)] };
    }

    /// <summary>
    /// The fields of <paramref name="required"/> that are shown and not filled in. Of a state secret nothing is demanded
    ///
    /// </summary>
    public IReadOnlyList<FieldError> Demanded(JsonObject form, IReadOnlyCollection<string> required)
    {
        var isStub = GatedInput.IsStub(form);
        bool IsMissing(FormField field) => !(field.IsContent && isStub) && field.IsShownIn(form) && field.IsEmptyIn(form);
        return [.. Fields.Where(f => required.Contains(f.Name) && IsMissing(f)).Select(f => new FieldError(f.Name, "Common.Required"))];
    }

    /// <summary>Something stands in it in a person's own words.</summary>
    public bool HasContent(JsonObject form)
    {
        bool Says(FormField field, JsonObject level) =>
            (field.IsContent && !field.IsEmptyIn(level))
            || (level[field.Name] is JsonObject section && field.Items.Any(f => Says(f, section)))
            || (level[field.Name] is JsonArray rows && rows.OfType<JsonObject>().Any(r => field.Items.Any(f => Says(f, r))));
        return Fields.Any(f => Says(f, form));
    }

    /// <summary>
    /// Free text or a file stands in it, so that the state-secret question has to be answered. Days, choices and people are none.
    /// </summary>
    public bool IsInWords(JsonObject form) => Fields.Any(f => IsInWords(f, form));

    // An id, a day, a choice has no blank in it: what has one is words, whatever the field is for.
    private static bool IsInWords(FormField field, JsonObject level) =>
        (field.IsWords && !field.IsEmptyIn(level))
        || IsText(level[field.Name])
        || (level[field.Name] is JsonArray list && list.Any(IsText))
        || (level[field.Name] is JsonObject section && field.Items.Any(f => IsInWords(f, section)))
        || (level[field.Name] is JsonArray rows && rows.OfType<JsonObject>().Any(r => field.Items.Any(f => IsInWords(f, r))));

    private static bool IsText(JsonNode? value) =>
        value is JsonValue v && v.TryGetValue<string>(out var text) && text.Any(char.IsWhiteSpace);

    /// <summary>As it stands it cannot be sent without free text: a text that is required is shown.</summary>
    public bool DemandsWords(JsonObject form) => Fields.Any(f => DemandsWords(f, form));

    private static bool DemandsWords(FormField field, JsonObject level)
    {
        if (!field.IsShownIn(level))
        {
            return false;
        }

        var rows = level[field.Name] is JsonArray list ? list.OfType<JsonObject>() : [];
        return field.Kind switch
        {
            FieldKind.Section => field.Required && field.Items.Any(f => DemandsWords(f, level[field.Name] as JsonObject ?? [])),
            FieldKind.Rows => rows.DefaultIfEmpty([]).Take(field.Required ? int.MaxValue : rows.Count())
                .Any(r => field.Items.Any(f => DemandsWords(f, r))),
            _ => field.Required && field.IsWords,
        };
    }

    /// <summary>The form without fields of one kind, on every level.</summary>
    public FormSchema Without(FieldKind kind)
    {
        FormField[] Kept(IEnumerable<FormField> fields) =>
            [.. fields.Where(f => f.Kind != kind).Select(f => f.Items.Count == 0 ? f : f with { Items = Kept(f.Items) })];
        return WithFields(f => Kept([f]).SingleOrDefault());
    }

    /// <summary>Says what a matter is about: later steps show it to whoever decides.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>Colleagues of a group may write its draft together: nothing in it is ever Restricted .</summary>
    public bool IsWrittenTogether { get; init; }

    public bool HasSecrecyGate => Fields.Any(f => f.Kind == FieldKind.Secrecy);
}
