using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>One field of a form, whatever its kind. Plain inputs: a form of forty fields stays light on the circuit.</summary>
public partial class FieldEditor
{
    private string? _day;
    private string? _time;
    private string? _typed;
    private string? _raw;
    private string? _mark;

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

    private string? Invalid => Error is null && _typed is null ? null : "true";

    private string? Describes =>
        string.Join(
            ' ',
            new[]
            {
                Hint is null ? null : $"h-{FieldId}",
                Error is null && _typed is null ? null : $"e-{FieldId}",
            }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    protected override void OnParametersSet()
    {
        if (Field.Kind == FieldKind.DateTime && FormModel.Text(Owner, Field.Name) is { } json
            && DateTime.TryParse(json, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            (_day, _time) = (at.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), at.ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }

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
        _ => Model.Choices.Find(Field.Kind),
    };

    private void Choose(string value) =>
        Model.Set(Owner, Field.Name, Field.Kind == FieldKind.YesNo ? JsonValue.Create(value == "true") : JsonValue.Create(value));

    // While typing the draft follows; the page is drawn again only when the field is left.
    private void OnInput(ChangeEventArgs e) => Model.Type(Owner, Field.Name, e.Value?.ToString() ?? "");

    private void OnText(ChangeEventArgs e)
    {
        var text = e.Value?.ToString() ?? "";
        _mark = ClassificationMarks.Find(text);
        Model.Leave(Owner, Field.Name, text);
    }

    private void OnDay(ChangeEventArgs e) =>
        Take(
            e.Value?.ToString(),
            LocalFormat.ParseDay(e.Value?.ToString())?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "Form.BadDay");

    private void OnTime(ChangeEventArgs e) =>
        Take(
            e.Value?.ToString(),
            LocalFormat.ParseTime(e.Value?.ToString())?.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            "Form.BadTime");

    private void OnMoment(string? day, string? time)
    {
        (_day, _time) = (day, time);
        var (d, t) = (LocalFormat.ParseDay(day), LocalFormat.ParseTime(time));
        var badTime = !string.IsNullOrWhiteSpace(time) && t is null ? "Form.BadTime" : null;
        Note(!string.IsNullOrWhiteSpace(day) && d is null ? "Form.BadDay" : badTime, null);
        Model.Set(
            Owner,
            Field.Name,
            d is { } date && t is { } at
                ? JsonValue.Create(date.ToDateTime(at).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))
                : null);
    }

    private void OnNumber(ChangeEventArgs e)
    {
        var text = e.Value?.ToString();
        var ok = int.TryParse(text, CultureInfo.InvariantCulture, out var number);
        Note(ok || string.IsNullOrWhiteSpace(text) ? null : "Common.WrongType", text);
        Model.Set(Owner, Field.Name, ok ? JsonValue.Create(number) : null);
    }

    // Input that cannot be parsed stays in the field as it was typed.
    private void Note(string? code, string? typed)
    {
        (_typed, _raw) = (code is null ? null : L[code], typed);
        Model.NoteTyped(Path, code);
    }

    private string? Shown(string? stored) => _typed is null ? stored : _raw;

    private void Take(string? typed, string? json, string error)
    {
        Note(json is null && !string.IsNullOrWhiteSpace(typed) ? error : null, typed);
        Model.Set(Owner, Field.Name, json is null ? null : JsonValue.Create(json));
    }
}
