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

    /// <summary>Checks the shape of a filled form; null when it is valid. The wizard asks it page by page, the use case again as a whole.</summary>
    public Func<JsonObject, Refusal?> Check { get; init; } = _ => null;

    public FormSchema CheckedBy<T>(FluentValidation.IValidator<T> validator)
        where T : class => this with { Check = form => FormInput.Read(form, validator).Refusal };

    /// <summary>The form as a step of a definition wants it: some optional fields of it demanded, others left out.</summary>
    /// <param name="required">Names of fields of the first level.</param>
    /// <param name="hidden">Names of fields of the first level.</param>
    public FormSchema With(IReadOnlyCollection<string> required, IReadOnlyCollection<string> hidden) => required.Count + hidden.Count == 0 ? this : this with
    {
        Pages = [.. Pages.Select(p => p with { Fields = [.. p.Fields.Where(f => !hidden.Contains(f.Name)).Select(f => required.Contains(f.Name) ? f with { Required = true } : f)] }).Where(p => p.Fields.Length > 0)],
        Check = form => Check(form) is { } refusal ? refusal : Demanded(form, required) is { Count: > 0 } missing ? Refusal.Invalid(missing) : null,
    };

    /// <summary>The fields of <paramref name="required"/> that are shown and not filled in. Of a state secret nothing is demanded .</summary>
    public IReadOnlyList<FieldError> Demanded(JsonObject form, IReadOnlyCollection<string> required)
    {
        var isStub = form["secrecy"] is JsonObject gate && gate["containsStateSecret"] is JsonValue v && v.TryGetValue<bool>(out var secret) && secret;
        return [.. Fields.Where(f => required.Contains(f.Name) && !(f.IsContent && isStub) && IsShown(f, form) && IsEmpty(form[f.Name])).Select(f => new FieldError(f.Name, "Common.Required"))];
    }

    private static bool IsShown(FormField field, JsonObject form) => field.When is not { } when
        || when.Values.Contains(form[when.Field] is JsonValue v && v.TryGetValue<bool>(out var flag) ? (flag ? "true" : "false") : form[when.Field]?.ToString() ?? "");

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } || (value is JsonValue v && v.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text));

    /// <summary>The form without fields of one kind, on every level.</summary>
    public FormSchema Without(FieldKind kind)
    {
        FormField[] Left(IEnumerable<FormField> fields) => [.. fields.Where(f => f.Kind != kind).Select(f => f.Items.Count == 0 ? f : f with { Items = Left(f.Items) })];
        return this with { Pages = [.. Pages.Select(p => p with { Fields = Left(p.Fields) }).Where(p => p.Fields.Length > 0)] };
    }

    /// <summary>Says what a matter is about: later steps show it to whoever decides.</summary>
    public bool IsReviewed { get; init; }

    public bool HasSecrecyGate => Fields.Any(f => f.Kind == FieldKind.Secrecy);
}
