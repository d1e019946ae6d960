using Microsoft.AspNetCore.Components;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaBoard;

public partial class AreaTimelineCard
{
    /// <summary>Rows that are shown at once.</summary>
    private const int Rows = 20;

    /// <summary>Months of one period.</summary>
    private const int Months = 12;

    /// <summary>Years that are looked back over for a kind that is asked for: a figure of the board leads to its rows.</summary>
    private const int MostYears = 5;

    private IReadOnlyList<AreaTimelineEntry>? _entries;
    private DateOnly _from;
    private DateOnly _to;
    private string _kind = "";
    private int _rows = Rows;
    private (string, string?, string?) _asked;

    [Parameter, EditorRequired]
    public required string AreaId { get; set; }

    /// <summary>A day of the month that is asked for; the last year where there is none.</summary>
    [SupplyParameterFromQuery(Name = Routes.TimelineMonth)]
    public string? Month { get; set; }

    /// <summary>The kind that is asked for.</summary>
    [SupplyParameterFromQuery(Name = Routes.TimelineKind)]
    public string? Kind { get; set; }

    private bool _isMore => Of(_kind).Count() > _rows;

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (AreaId, Month, Kind))
        {
            return;
        }

        _asked = (AreaId, Month, Kind);
        var today = (await Operations.ContextAsync(await Current.GetAsync())).Today;
        (_from, _to) = AddressDay.Of(Month) is { } day
            ? (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1))
            : (today.AddMonths(-Months), today);
        _rows = Rows;
        await LoadAsync();
        var asksFor = Kind is { Length: > 0 } && L.Find($"area-fact.{Kind}") is not null && Month is null;
        for (var years = 1; asksFor && years < MostYears && _entries?.Any(e => e.Kind == Kind) == false; years++)
        {
            _from = _from.AddMonths(-Months);
            await LoadAsync();
        }

        _kind = _entries?.Any(e => e.Kind == Kind) == true ? Kind! : "";
    }

    private async Task LoadAsync()
    {
        var found = await Timelines.OfAsync(await Current.GetAsync(), AreaId, _from, _to);
        _entries = found.IsSuccess ? found.Value : null;
    }

    private async Task OlderAsync()
    {
        var shown = Shown().Count();
        _from = _from.AddMonths(-Months);
        await LoadAsync();

        // What was shown stays, and the older ones come after it.
        _rows = Math.Max(_rows, shown + Rows);
    }

    private void Choose(string kind) => (_kind, _rows) = (_kind == kind ? "" : kind, Rows);

    private IEnumerable<AreaTimelineEntry> Of(string kind) => (_entries ?? []).Where(e => kind.Length == 0 || e.Kind == kind);

    private IEnumerable<AreaTimelineEntry> Shown() => Of(_kind).Take(_rows);

    private static DateOnly MonthOf(AreaTimelineEntry entry)
    {
        var day = VietnamTime.DayOf(entry.At);
        return new DateOnly(day.Year, day.Month, 1);
    }

    private string Word(string kind) => L[$"area-fact.{kind}"];
}
