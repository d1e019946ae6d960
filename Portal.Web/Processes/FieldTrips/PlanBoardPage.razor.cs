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
    private CaseContext? _context;
    private TripPlanFilter _filter = TripPlanFilter.OfMonth(DateOnly.MinValue);
    private PlanBoard? _board;
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _leaders = [];
    private bool _badFrom;
    private bool _badTo;

    [SupplyParameterFromQuery(Name = TripPlanAddress.From)]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = TripPlanAddress.To)]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = TripPlanAddress.Group)]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = TripPlanAddress.Leader)]
    public string? Leader { get; set; }

    /// <summary>More was asked for than one report is about, or a last day before the first.</summary>
    private bool IsPutRight => AddressDay.Of(To) is { } asked && asked != _filter.To;

    protected override async Task OnInitializedAsync()
    {
        var context = await Operations.ContextAsync(await Current.GetAsync());
        _groups = [.. context.Directory.Data.Groups.Where(g => g.IsValidOn(context.Today))
            .OrderBy(g => g.Id, StringComparer.Ordinal)
            .Select(g => new Option(g.Id, g.Name))];
        _leaders = [.. context.Directory.LeadersOn(context.Today).Select(l => new Option(l, context.Directory.NameOf(l)))];
        _context = context;
    }

    protected override async Task LoadAsync()
    {
        _filter = TripPlanAddress.Of(key => Address[key], _context!.Today);
        _board = await Plans.BoardAsync(_context.Actor, _filter);
    }

    private void Go(int by) => Navigation.NavigateTo(Address
        .With(TripPlanAddress.From, Written(_filter.Moved(by).From))
        .With(TripPlanAddress.To, Written(_filter.Moved(by).To))
        .ToString());

    private string FileOf(string file) => $"{FieldTripsModule.PlansPage}/{file}{new Uri(Navigation.Uri).Query}";

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
