using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.People;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Settings;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Shared.Diagrams;
using Portal.Web.Shared.Forms;
using Portal.Web.Shared.Layout;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Shared.Wizard;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Design;

public partial class PublishPanel
{
    private VersionComparison? _comparison;
    private string _note = "";
    private string? _problem;
    private string? _done;
    private readonly SubmitLock _submitLock = new();
    private int _stamp = -1;

    [Parameter, EditorRequired]
    public required DesignView View { get; set; }

    [Parameter]
    public EventCallback OnPublished { get; set; }

    private bool HasErrors => View.Problems.Any(p => p.Severity == ProblemSeverity.Error);

    protected override async Task OnParametersSetAsync()
    {
        if (_stamp == View.Stamp)
        {
            return;
        }

        _stamp = View.Stamp;
        _note = _note.Length == 0 ? View.Row.Note : _note;
        var actor = await Current.GetAsync();
        var list = await Design.ListAsync(actor);
        if (list.IsSuccess && list.Value.FirstOrDefault(p => p.DefinitionId == View.DefinitionId)?.Published is { } published)
        {
            var found = await Design.CompareAsync(actor, published.Id, View.Row.Id);
            _comparison = found.IsSuccess ? found.Value : null;
        }
    }

    private Task PublishAsync() => _submitLock.RunOnceAsync(async () =>
    {
        var done = await Design.PublishAsync(await Current.GetAsync(), View.Row.Id, View.Stamp, _note);
        _problem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
        _done = !done.IsSuccess ? null : L[done.Value ? "Design.PublishedNow" : "Design.AskedSecond"];
        if (done.IsSuccess)
        {
            await OnPublished.InvokeAsync();
        }

        // Asked for a second person, the draft may be changed and asked for again.
        return done.IsSuccess && done.Value;
    });
}
