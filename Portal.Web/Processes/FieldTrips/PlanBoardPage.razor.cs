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
using Portal.Domain.FieldTrips;
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

namespace Portal.Web.Processes.FieldTrips;

public partial class PlanBoardPage
{
    private CaseContext? _context;
    private DateOnly _month;
    private string _group = "";
    private string _leader = "";
    private IReadOnlyList<Option> _groups = [];
    private PlanBoard _board = new([], []);

    /// <summary>The month, as <c>2026-11</c>; the present one when it is none.</summary>
    [SupplyParameterFromQuery(Name = "thang")]
    public string? Month { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        _month = DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : new DateOnly(context.Today.Year, context.Today.Month, 1);
        _groups = [.. context.Directory.Data.Groups.Where(g => g.IsValidOn(context.Today))
            .OrderBy(g => g.Id, StringComparer.Ordinal)
            .Select(g => new Option(g.Id, g.Name))];
        await LoadAsync(context);
    }

    private async Task LoadAsync(CaseContext context)
    {
        _board = await Plans.BoardAsync(context.Actor, _month, _group);
        _context = context;
    }

    private Task GoAsync(int months) => SetAsync(() => _month = _month.AddMonths(months));

    private async Task SetAsync(Action change)
    {
        change();
        await LoadAsync(await Operations.ContextAsync(await Current.GetAsync()));
    }

    private bool IsShown(string group) => _leader.Length == 0 || _context!.Directory.LeaderInCharge(null, group, _context.Today) == _leader;

    private string GroupName(string id) => _context!.Directory.Group(id)?.Name ?? id;

    private static string Days(PlanRow row) => row.From == row.To ? row.From.ToString("dd/MM", CultureInfo.InvariantCulture)
        : $"{row.From.ToString("dd/MM", CultureInfo.InvariantCulture)}–{row.To.ToString("dd/MM", CultureInfo.InvariantCulture)}";

    private string StatusWords(PlanTotals row) =>
        (row.Status is { } status ? L.Status("monthly-trip-plan", status.ToString()) : L["Plan.None"])
            + (row.NoTrip ? $" · {L["Plan.NoTrip"]}" : "");

    private string StateWord(PlanRow row) => L[row.ItemId is null ? $"Plan.AdHoc.{row.State}" : $"planitem.{row.State}"];

    private static string ClassOf(PlanItemState state) => state switch
    {
        PlanItemState.Done => "closed",
        PlanItemState.Dropped => "cancelled",
        _ => "open",
    };
}
