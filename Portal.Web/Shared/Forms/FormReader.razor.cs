using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Forms;

namespace Portal.Web.Shared.Forms;

public partial class FormReader
{
    private static readonly FormField[] StubFields =
    [
        new("documentNumber", FieldKind.Text), new("documentDate", FieldKind.Date), new("level", FieldKind.Choice),
        new("keeper", FieldKind.Text), new("storagePlace", FieldKind.Text), new("toldTo", FieldKind.Text),
    ];

    [Parameter, EditorRequired]
    public required string FormKey { get; set; }

    [Parameter, EditorRequired]
    public required IEnumerable<FormField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Values { get; set; }

    /// <summary>Name of a person, area, department or file by kind and id.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string, string> Names { get; set; }

    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>The round before: what differs is marked.</summary>
    [Parameter]
    public JsonObject? Previous { get; set; }

    /// <summary>The form of which these values are a part: its rows are counted first.</summary>
    [Parameter]
    public JsonObject? After { get; set; }

    /// <summary>The values are a row that was given: what it is about heads it.</summary>
    [Parameter]
    public bool IsGiven { get; set; }

    /// <summary>Leads back to a field, on the check page.</summary>
    [Parameter]
    public EventCallback<string> Edit { get; set; }

    /// <summary>The number of what a given row is about; null where rows are not given.</summary>
    internal static int? NumberOf(FormField field, JsonObject row) =>
        field.IsGiven && field.Items.FirstOrDefault(f => f.Kind == FieldKind.Item) is { } item
            && row[item.Name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private int NumberBefore(FormField field) => (After?[field.Name] as JsonArray)?.Count ?? 0;

    // A box that nobody ticked says nothing to a reader; who checks what was filled in sees it, and so does who looks for what changed.
    private bool IsLeftBlank(FormField field) => field.IsTick && !Edit.HasDelegate
        && FormModel.Flag(Values, field.Name) != true && FormModel.Flag(Previous ?? [], field.Name) != true;

    private string Show(FormField field, JsonNode value)
    {
        var text = FormModel.Text(Values, field.Name);
        return field.Kind switch
        {
            FieldKind.YesNo when text == "true" => L["Common.Yes"],
            FieldKind.YesNo => L[field.IsTick ? "Form.NotTicked" : "Common.No"],
            FieldKind.Date => LocalFormat.JsonDay(text),
            FieldKind.DateTime => LocalFormat.JsonMoment(text),
            FieldKind.Time => LocalFormat.JsonTime(text),
            FieldKind.Choice => L.First(text ?? "", $"option.{field.Name}.{text}", $"option.{text}"),
            FieldKind.WorkDomain => L[$"domain.{text}"],
            FieldKind.WorkDomains => string.Join(", ", FormModel.Texts(Values, field.Name).Select(d => L[$"domain.{d}"])),
            FieldKind.Person => Names("person", text ?? ""),
            FieldKind.People => string.Join(", ", FormModel.Texts(Values, field.Name).Select(p => Names("person", p))),
            FieldKind.Area => Names("area", text ?? ""),
            FieldKind.Areas => string.Join(", ", FormModel.Texts(Values, field.Name).Select(a => Names("area", a))),
            FieldKind.Departments => string.Join(", ", FormModel.Texts(Values, field.Name).Select(d => Names("department", d))),
            FieldKind.Department => Names("department", text ?? ""),
            FieldKind.Group => Names("group", text ?? ""),
            FieldKind.Clause => L.Clause(text ?? ""),
            FieldKind.MeetingType => Names("meetingType", text ?? ""),
            FieldKind.Cases => string.Join(", ", FormModel.Texts(Values, field.Name).Select(c => Names("case", c))),
            _ => text ?? "",
        };
    }
}
