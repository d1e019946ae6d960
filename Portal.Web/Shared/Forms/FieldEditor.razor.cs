using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>One field of a form, whatever its kind: label, hint, what is wrong with it, and the box of its kind.</summary>
public partial class FieldEditor
{
    private const int MostSuggestions = 3;

    private string? _mark;
    private bool _isTouched;
    private int _mendedAt = -1;

    [Parameter]
    [EditorRequired]
    public required FormModel Model { get; set; }

    /// <summary>The JSON object that holds the field.</summary>
    [Parameter]
    [EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter]
    [EditorRequired]
    public required FormField Field { get; set; }

    /// <summary>Path from the form, as errors name it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Path { get; set; }

    private string FieldId => Path.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private string Label => L.First(Field.Name, FieldText.Keys("field", Model.Schema.Key, Path));

    private string? Hint => FieldText.Keys("hint", Model.Schema.Key, Path).Select(L.Find).FirstOrDefault(t => t is not null);

    private string? Error => Model.Error(Path);

    private string LabelWithMark => Field.IsDemandedIn(Owner) ? Label : Label + L["Form.Optional"];

    private bool IsInvalid => (Error is not null && !IsMended) || Unread is not null;

    private string Look => (Error, IsMended) switch
    {
        (null, _) => "",
        (_, true) => "field-mended",
        _ => "field-bad",
    };

    /// <summary>What was typed and could not be read, as it was typed.</summary>
    private string? Wrong => Model.FindTyped(Owner, Field.Name)?.Text;

    private string? Unread => Model.FindTyped(Owner, Field.Name) is { } typed ? L[typed.Code] : null;

    private string? Describes =>
        string.Join(
            ' ',
            new[]
            {
                Hint is null ? null : $"h-{FieldId}",
                IsInvalid ? $"e-{FieldId}" : null,
            }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    private DateOnly? Day => DateOnly.TryParse(FormModel.Text(Owner, Field.Name), CultureInfo.InvariantCulture, out var day) ? day : null;

    private TimeOnly? Time => TimeOnly.TryParse(FormModel.Text(Owner, Field.Name), CultureInfo.InvariantCulture, out var at) ? at : null;

    private DateTime? Moment => MomentOf(Field);

    /// <summary>The day of the moment that stands before this one on the form: an end without a day is of the same.</summary>
    private DateOnly? DayBefore => Model.Siblings(Path)
        .TakeWhile(f => f.Name != Field.Name)
        .Where(f => f.Kind == FieldKind.DateTime)
        .Select(f => MomentOf(f))
        .LastOrDefault(m => m is not null) is { } at ? DateOnly.FromDateTime(at) : null;

    private DateTime? MomentOf(FormField field) => DateTime.TryParse(
        FormModel.Text(Owner, field.Name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private JsonObject Section()
    {
        if (Owner[Field.Name] is JsonObject section)
        {
            return section;
        }

        section = [];
        Owner[Field.Name] = section;
        return section;
    }

    private IEnumerable<Option> Options() => Field.Kind switch
    {
        FieldKind.YesNo => [new("true", L["Common.Yes"]), new("false", L["Common.No"])],
        FieldKind.WorkDomain => WorkDomains.All.Select(d => new Option(d, L[$"domain.{d}"])),
        FieldKind.Choice or FieldKind.Pick =>
            Field.Options.Select(o => new Option(
                o, Model.Choices.Labels.GetValueOrDefault(o) ?? L.First(o, $"option.{Field.Name}.{o}", $"option.{o}"))),
        FieldKind.Item => Model.Choices.Items.GetValueOrDefault(Path.Split('[')[0], []).Select(i => new Option($"{i.Number}", i.Label)),
        _ => Model.Choices.Find(Field.Kind),
    };

    // Not so when a text is left: the page would move under the button that is just being pressed.
    private void Choose(string value)
    {
        Model.Forgive(Path);
        Model.Set(Owner, Field.Name, Field.Kind switch
        {
            FieldKind.YesNo => JsonValue.Create(value == "true"),
            FieldKind.Item => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            _ => JsonValue.Create(value),
        });
    }

    private void Tick(bool isTicked) => Choose(isTicked ? "true" : "false");

    // Its error is no longer told, but keeps its place until the form is sent again: what stands below does not move under the hand.
    private bool IsMended => Error is not null && _mendedAt == Model.TimesShown;

    private void Mend() => _mendedAt = Model.TimesShown;

    // While typing the draft follows; the page is drawn again only when the field is left.
    private void OnTyped(string text)
    {
        _isTouched = true;
        Model.Type(Owner, Field.Name, text);
    }

    private void OnText(string text)
    {
        _mark = ClassificationMarks.Find(text);
        if (_isTouched && text.Trim().Length > 0)
        {
            Mend();
        }

        _isTouched = false;
        Model.Leave(Owner, Field.Name, text.Normalize());
    }

    // Of an empty text; they go once something stands there.
    private IReadOnlyList<FormSuggestion> Suggestions =>
        Field.Kind is not (FieldKind.Text or FieldKind.LongText) || FormModel.Text(Owner, Field.Name) is { Length: > 0 }
            ? []
            : [.. Model.Choices.Suggestions.Where(s => s.Field == Field.Name && Suits(s)).DistinctBy(s => s.Label).Take(MostSuggestions)];

    private bool Suits(FormSuggestion suggestion) => suggestion.When is not var (field, value)
        || FormModel.Text(Owner, field) == value
        || FormModel.Texts(Owner, field).Contains(value);

    private void Take(FormSuggestion suggestion)
    {
        foreach (var (name, text) in suggestion.Values)
        {
            Model.Leave(Owner, name, text);
        }
    }

    private void TakeDay(DateOnly? day) => Set(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void TakeTime(TimeOnly? time) => Set(time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    private void TakeMoment(DateTime? at) => Set(at?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    private void TakeNumber(string text)
    {
        var isNumber = int.TryParse(text, CultureInfo.InvariantCulture, out var number);
        Note(isNumber || string.IsNullOrWhiteSpace(text) ? null : new TypedWrong("Common.WrongType", text));
        Model.Set(Owner, Field.Name, isNumber ? JsonValue.Create(number) : null);
    }

    private void Note(TypedWrong? wrong) => Model.NoteTyped(Owner, Field.Name, wrong);

    private void Set(string? json)
    {
        Mend();
        Model.Set(Owner, Field.Name, json is null ? null : JsonValue.Create(json));
    }
}
