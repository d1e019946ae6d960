using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

public partial class ManyField
{
    /// <summary>From here on a list has its own search box.</summary>
    private const int LongList = 15;

    private string _wanted = "";

    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string Id { get; set; } = "";

    private IReadOnlyList<string> Chosen => FormModel.Texts(Owner, Field.Name);

    private List<Option> Offered()
    {
        IReadOnlyList<Option> first = Field.Kind switch
        {
            FieldKind.WorkDomains => [.. WorkDomains.All.Select(d => new Option(d, L[$"domain.{d}"]))],
            FieldKind.Areas => Model.Choices.Areas,
            FieldKind.Groups => Model.Choices.Groups,
            FieldKind.Choices =>
                [.. Field.Options.Select(o => new Option(
                    o, Model.Choices.Labels.GetValueOrDefault(o) ?? L.First(o, $"option.{Field.Name}.{o}", $"option.{o}")))],
            FieldKind.Cases => Model.Choices.Cases,
            _ => Model.Choices.Group,
        };
        return
        [
            .. first,
            .. Model.Choices.Everybody.Where(p => Field.Kind == FieldKind.People
                && Chosen.Contains(p.Value)
                && first.All(o => o.Value != p.Value)),
        ];
    }

    // Chosen entries stay visible whatever is searched for.
    private List<Option> Shown(List<Option> offered, HashSet<string> chosen)
    {
        var wanted = VietnameseText.Fold(_wanted);
        return [.. offered.Where(o => chosen.Contains(o.Value) || VietnameseText.Fold(o.Label).Contains(wanted, StringComparison.Ordinal))];
    }

    private void Switch(string value, bool on)
    {
        if (value.Length == 0)
        {
            return;
        }

        var chosen = Chosen.Where(c => c != value).Concat(on ? [value] : Array.Empty<string>());
        Model.Set(Owner, Field.Name, new JsonArray([.. chosen.Select(c => (JsonNode)JsonValue.Create(c)!)]));
    }
}
