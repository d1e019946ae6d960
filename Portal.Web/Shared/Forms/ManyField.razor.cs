using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

public partial class ManyField
{
    /// <summary>A longer list is picked from by typing; what is chosen stands above.</summary>
    private const int MostInSight = 30;

    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    /// <summary>Path from the form, as errors name it.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

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
            FieldKind.Departments => Model.Choices.Departments,
            FieldKind.Choices =>
                [.. Field.Options.Select(o => new Option(
                    o, Model.Choices.Labels.GetValueOrDefault(o) ?? L.First(o, $"option.{Field.Name}.{o}", $"option.{o}")))],
            FieldKind.Cases => Model.Choices.Cases,
            _ => Model.Choices.Group,
        };
        return [.. first, .. Beyond.Where(b => Chosen.Contains(b.Value) && first.All(o => o.Value != b.Value))];
    }

    // People beyond the group, and areas of other groups where the matter may be theirs too.
    private IReadOnlyList<Option> Beyond => Field.Kind switch
    {
        FieldKind.People => Model.Choices.Everybody,
        FieldKind.Areas => Model.Choices.OtherAreas,
        _ => [],
    };

    /// <summary>What is picked by typing: of a long list all of it, and what is beyond what is in sight.</summary>
    private List<Option> Others(List<Option> offered, HashSet<string> chosen)
    {
        var picked = offered.Count > MostInSight ? offered : [];
        return [.. picked.UnionBy(Beyond, o => o.Value).Where(o => !chosen.Contains(o.Value)
            && (offered.Count > MostInSight || offered.TrueForAll(f => f.Value != o.Value)))];
    }

    private void Switch(string value, bool on)
    {
        if (value.Length == 0)
        {
            return;
        }

        var chosen = Chosen.Where(c => c != value).Concat(on ? [value] : Array.Empty<string>());
        Model.Forgive(Path);
        Model.Set(Owner, Field.Name, new JsonArray([.. chosen.Select(c => (JsonNode)JsonValue.Create(c)!)]));
    }
}
