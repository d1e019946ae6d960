using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>Files of a form, given for its draft until the form is sent.</summary>
public partial class FilesField
{
    private int _megabytes;
    private int _most;

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

    private IReadOnlyList<string> Given => FormModel.Texts(Owner, Field.Name);

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        var settings = (await Operations.ContextAsync(actor)).Settings;
        (_megabytes, _most) = (settings.Int("Attachments.MaxMegabytes"), settings.Int("Attachments.MaxPerCase"));
        foreach (var id in Given)
        {
            if (Guid.TryParse(id, out var file) && await Acts.FindFileAsync(actor, file) is { IsSuccess: true, Value: var found })
            {
                Model.FileNames[id] = found.FileName;
            }
        }
    }

    private async Task<string?> TakeAsync(string name, Stream content, CancellationToken cancellation)
    {
        var stored = await Acts.UploadAsync(
            await Current.GetAsync(), name, content, Model.DraftSubject, Model.DraftAuthorId, cancellation);
        if (!stored.IsSuccess)
        {
            return L.Of(stored.Refusal);
        }

        var id = stored.Value.Id.ToString();
        Model.FileNames[id] = stored.Value.FileName;
        Set([.. Given, id]);
        return null;
    }

    // While files come the form does not go on: they would be left behind.
    private void NoteSending(bool isSending) =>
        Model.NoteTyped(Owner, Field.Name, isSending ? new TypedWrong("File.StillArriving", "") : null);

    private void Remove(string id) => Set([.. Given.Where(f => f != id)]);

    private void Set(IReadOnlyList<string> ids) =>
        Model.Set(Owner, Field.Name, ids.Count == 0 ? null : new JsonArray([.. ids.Select(i => (JsonNode)JsonValue.Create(i)!)]));
}
