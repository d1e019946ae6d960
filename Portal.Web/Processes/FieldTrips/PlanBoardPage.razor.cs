using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Processes.FieldTrips;

public partial class PlanBoardPage
{
    /// <summary>Months that the page can be about, the last of them the one that is shown.</summary>
    private static readonly string[] Periods = ["1", "3", "6", "12"];

    private CaseContext? _context;
    private DateOnly _month;
    private string _group = "";
    private string _months = "1";
    private IReadOnlyList<Option> _periods = [];
    private string _leader = "";
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _leaders = [];
    private PlanBoard _board = new([], []);

    /// <summary>The month, as <c>2026-11</c>; the present one when it is none.</summary>
    [SupplyParameterFromQuery(Name = "thang")]
    public string? Month { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        _month = AddressDay.Of($"{Month}-01") ?? new DateOnly(context.Today.Year, context.Today.Month, 1);
        _groups = [.. context.Directory.Data.Groups.Where(g => g.IsValidOn(context.Today))
            .OrderBy(g => g.Id, StringComparer.Ordinal)
            .Select(g => new Option(g.Id, g.Name))];
        _leaders = [.. context.Directory.LeadersOn(context.Today).Select(l => new Option(l, context.Directory.NameOf(l)))];
        _periods = [.. Periods.Select(m => new Option(m, L["Plan.Months", m]))];
        await LoadAsync(context);
    }

    private async Task LoadAsync(CaseContext context)
    {
        _board = await Plans.BoardAsync(context.Actor, _month, _group, Count);
        _context = context;
    }

    private Task GoAsync(int months) => SetAsync(() => _month = _month.AddMonths(months));

    private async Task SetAsync(Action change)
    {
        change();
        await LoadAsync(await Operations.ContextAsync(await Current.GetAsync()));
    }

    private int Count => int.Parse(_months, CultureInfo.InvariantCulture);

    private string PeriodWords => TripPlanFiles.Period(_month, Count);

    private string FileOf(string file) =>
        $"{FieldTripsModule.PlansPage}/{file}?thang={AddressDay.Written(_month)}&so-thang={_months}&nhom={Uri.EscapeDataString(_group)}";

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
