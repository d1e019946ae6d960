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

namespace Portal.Web.Shared.Forms;

public partial class RowsField
{
    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    private List<JsonObject> Rows() => Owner[Field.Name] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    private void Add()
    {
        if (Owner[Field.Name] is not JsonArray array)
        {
            array = [];
            Owner[Field.Name] = array;
        }

        array.Add((JsonNode)new JsonObject());
        Model.Set(Owner, Field.Name, array);
    }

    private void Remove(int index)
    {
        if (Owner[Field.Name] is JsonArray array)
        {
            array.RemoveAt(index);
            Model.ClearErrors();
            Model.Set(Owner, Field.Name, array);
        }
    }
}
