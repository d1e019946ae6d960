using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using Portal.Domain.Forms;

namespace Portal.Web.Shared.Forms;

public partial class FilesField
{
    private string? _refused;

    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string Id { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        foreach (var id in FormModel.Texts(Owner, Field.Name))
        {
            if (Guid.TryParse(id, out var file) && await Acts.FindFileAsync(actor, file) is { IsSuccess: true, Value: var found })
            {
                Model.FileNames[id] = found.FileName;
            }
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        _refused = null;
        var actor = await Current.GetAsync();
        var limit = (await Operations.ContextAsync(actor)).Settings.Int("Attachments.MaxMegabytes");
        foreach (var file in e.GetMultipleFiles(20))
        {
            if (file.Size > limit * 1024L * 1024)
            {
                _refused = $"{file.Name}: {L["File.TooLarge", limit]}";
                continue;
            }

            await using var stream = file.OpenReadStream(limit * 1024L * 1024);
            var stored = await Acts.UploadAsync(actor, file.Name, stream, Model.DraftSubject);
            if (!stored.IsSuccess)
            {
                _refused = $"{file.Name}: {L.Of(stored.Refusal)}";
                continue;
            }

            var id = stored.Value.Id.ToString();
            Model.FileNames[id] = stored.Value.FileName;
            Set([.. FormModel.Texts(Owner, Field.Name), id]);
        }
    }

    private void Remove(string id) => Set([.. FormModel.Texts(Owner, Field.Name).Where(f => f != id)]);

    private void Set(IReadOnlyList<string> ids) =>
        Model.Set(Owner, Field.Name, ids.Count == 0 ? null : new JsonArray([.. ids.Select(i => (JsonNode)JsonValue.Create(i)!)]));
}
