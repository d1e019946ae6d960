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
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Tasks;

public partial class StartPage
{
    private CaseContext? _context;
    private UserTaskSpec? _first;
    private FormSchema? _schema;
    private Receipt? _receipt;
    private IReadOnlyList<Option> _cases = [];
    private string _title = "";
    private string _step = "";
    private string _why = "";
    private StartSource? _source;

    /// <summary>What the case is started from: an item of a plan.</summary>
    [SupplyParameterFromQuery(Name = "muc")]
    public Guid? SourceId { get; set; }

    [Parameter]
    public string Process { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Current.GetAsync();
        _receipt = null;
        var context = await Operations.ContextAsync(actor);
        var found = (await Startable.ForAsync(context)).FirstOrDefault(p => p.Process.Key == Process);
        _first = found?.First;
        _step = found?.StepId ?? "";
        _schema = Processes.Form(_first?.Form)?.With(_first!.RequiredFields, _first.HiddenFields);
        _title = Localizer.IsEnglish ? L.Process(Process) : found?.Name ?? L.Process(Process);
        _why = Processes.Find(Process)?.WhyNotStartable(context) is { } refusal ? L.Of(refusal) : L["Common.NotFound"];
        _source = SourceId is { } id ? await Modules.Of(Process).SourceAsync(actor, id) : null;
        _cases = await Modules.CasesToPickAsync(Process, _first?.Form, actor, null);
        _context = context;
    }

    private async Task<Refusal?> SendAsync(
        TaskAction action, System.Text.Json.Nodes.JsonObject form, System.Text.Json.Nodes.JsonObject? extra)
    {
        var started = await Acts.StartAsync(await Current.GetAsync(), Process, new Submission(action.Key, form, extra));
        if (!started.IsSuccess)
        {
            return started.Refusal;
        }

        _receipt = started.Value;
        StateHasChanged();
        return null;
    }
}
