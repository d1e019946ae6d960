using System.Globalization;
using System.Text.Json.Nodes;
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

namespace Portal.Web.Shared.TaskForms;

public partial class ClashNote
{
    private IReadOnlyList<BusyTime> _clashes = [];
    private string _asked = "";

    /// <summary>The form in hand; its people and times are read anew whenever it changes.</summary>
    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>The case that is being planned: it does not clash with itself.</summary>
    [Parameter]
    public Guid? CaseId { get; set; }

    /// <summary>When the case takes place, where the form does not say so itself; UTC.</summary>
    [Parameter]
    public (DateTime From, DateTime To)? When { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var people = People(Model.Values).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();

        // Days that are only proposed, on a page that shows nothing yet, are nobody's question.
        var time = Model.IsGateAnswered ? Time(Model.Values) ?? When : null;
        var question = $"{string.Join(',', people)}|{time}";
        if (question == _asked)
        {
            return;
        }

        _asked = question;
        _clashes = people.Count == 0 || time is not var (from, to)
            ? []
            : await Schedule.OfAsync(await Current.GetAsync(), people, from, to, CaseId);
    }

    private static IEnumerable<string> People(JsonObject form) =>
        FormModel.Texts(form, "participantIds")
            .Append(FormModel.Text(form, "nomineeId") ?? "")
            .Append(FormModel.Text(form, "changedNomineeId") ?? "")
            .Concat(FormModel.Texts(form, "extraIds"))
            .Concat((form["extras"] as JsonArray ?? []).OfType<JsonObject>().Select(e => FormModel.Text(e, "personId") ?? ""));

    private static (DateTime From, DateTime To)? Time(JsonObject form) =>
        Moment(form, "departsAt") is { } from && Moment(form, "returnsAt") is { } to && to > from ? (from, to) : null;

    private static DateTime? Moment(JsonObject form, string name) =>
        DateTime.TryParse(FormModel.Text(form, name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? VietnamTime.ToUtc(at)
            : null;
}
