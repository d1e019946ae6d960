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

namespace Portal.Web.Features.Cases;

public partial class CaseComments
{
    private string _text = "";
    private readonly List<string> _mentions = [];
    private IReadOnlyList<string> _readers = [];
    private readonly SubmitLock _submitLock = new();
    private bool _noSecret;
    private string? _problem;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override async Task OnInitializedAsync() =>
        _readers = View.CanComment ? await Cases.ReadersAsync(await Current.GetAsync(), View.Case.Id) : [];

    private void Mention(string person)
    {
        if (person.Length > 0)
        {
            _mentions.Add(person);
        }
    }

    private Task SendAsync() => _submitLock.RunOnceAsync(async () =>
    {
        if (!_noSecret)
        {
            return;
        }

        var done = await Acts.CommentAsync(await Current.GetAsync(), View.Case.Id, _text, _mentions);
        _problem = done.IsSuccess
            ? null
            : L.Of(done.Refusal.Fields.Count > 0 ? done.Refusal.Fields[0] : new FieldError("", done.Refusal.Code));
        if (done.IsSuccess)
        {
            (_text, _noSecret) = ("", false);
            _mentions.Clear();
            await OnChanged.InvokeAsync();
        }
    });
}
