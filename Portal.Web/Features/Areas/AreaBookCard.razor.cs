using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Areas;

public partial class AreaBookCard
{
    private static readonly TaskAction Save = new() { Key = "ActOnItem", Label = "" };

    private FormSchema? _form;
    private AreaContact? _changed;
    private string? _problem;

    [Parameter, EditorRequired]
    public required string AreaId { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AreaContact> Contacts { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SubUnit> Units { get; set; }

    /// <summary>The person is of the group that watches the area.</summary>
    [Parameter]
    public bool MayKeep { get; set; }

    /// <summary>Something of it was changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private void Open(FormSchema form, AreaContact? changed) => (_form, _changed, _problem) = (form, changed, null);

    private JsonObject Known() => _changed is not { } contact
        ? []
        : FormInput.ToJson(new KnownContactInput { FullName = contact.FullName, Position = contact.Position, Phone = contact.Phone });

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        var actor = await Current.GetAsync();
        var done = (_form == AreaBookForms.Unit, _changed) switch
        {
            (true, _) => await Acts.AddUnitAsync(actor, AreaId, form),
            (_, { } contact) => await Acts.ChangeContactAsync(actor, contact.Id, form),
            _ => await Acts.AddContactAsync(actor, AreaId, form),
        };
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        _form = null;
        await Changed.InvokeAsync();
        return null;
    }

    private async Task EndAsync(AreaContact contact) => await EndedAsync(await Acts.EndContactAsync(await Current.GetAsync(), contact.Id));

    private async Task EndAsync(SubUnit unit) => await EndedAsync(await Acts.EndUnitAsync(await Current.GetAsync(), unit.Id));

    private async Task EndedAsync(Result done)
    {
        _problem = done.IsSuccess ? null : L.Of(done.Refusal);
        await Changed.InvokeAsync();
    }
}
