using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Processes.AreaBoard;

public partial class AreaBoardPage
{
    /// <summary>Key of the address: empty for the board, or what is counted by month.</summary>
    private const string ViewKey = "xem";

    /// <summary>Value of <see cref="ViewKey"/> for everything that is counted, together.</summary>
    private const string AllActivity = "thang";

    /// <summary>Value of <see cref="ViewKey"/> for charts.</summary>
    private const string Charts = "bieu-do";

    private CaseContext? _context;
    private AreaBoardFilter _filter = new();
    private AreaBoardView? _board;
    private DateOnly _first;
    private string? _leaderOf;
    private IReadOnlyList<AreaMonthsRow>? _months;
    private IReadOnlyList<(IAreaChart Chart, AreaChart Counts)> _charts = [];
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _kinds = [];
    private IReadOnlyList<Option> _leaders = [];
    private IReadOnlyList<Option> _groupings = [];
    private IReadOnlyList<Option> _views = [];

    [SupplyParameterFromQuery(Name = AreaBoardAddress.Group)]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = AreaBoardAddress.Kind)]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = AreaBoardAddress.Leader)]
    public string? Leader { get; set; }

    [SupplyParameterFromQuery(Name = AreaBoardAddress.StandsOut)]
    public string? StandsOut { get; set; }

    [SupplyParameterFromQuery(Name = AreaBoardAddress.Grouping)]
    public string? Grouping { get; set; }

    [SupplyParameterFromQuery(Name = ViewKey)]
    public string? View { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var context = await Operations.ContextAsync(await Current.GetAsync());
        var (directory, today) = (context.Directory, context.Today);
        var scope = AccessScope.Of(context.Actor.PersonId, directory, today);
        _groups = directory.Data.Groups
            .Where(g => scope.SeesTitles || scope.Lent.Select(l => l.Scope).Append(scope).Any(s => s.IsHead || s.GroupIds.Contains(g.Id)))
            .OrderBy(g => g.Id, StringComparer.Ordinal).Select(g => new Option(g.Id, g.Name)).OrAll(L);
        _kinds = directory.Data.Kinds.Where(k => directory.Data.Areas.Any(a => a.KindId == k.Id && a.IsValidOn(today)))
            .OrderBy(k => k.Order).Select(k => new Option(k.Id, k.Name)).OrAll(L);
        _leaders = directory.LeadersOn(today).Select(l => new Option(l, directory.NameOf(l))).OrAll(L);
        _groupings =
        [
            new("", L["AreaBoard.NoGrouping"]),
            new(nameof(AreaBoardGrouping.Group), L["Inbox.Group"]),
            new(nameof(AreaBoardGrouping.Kind), L["AreaBoard.Kind"]),
        ];
        _views =
        [
            new("", L["AreaBoard.AsTable"]),
            new(Charts, L["AreaBoard.Charts"]),
            new(AllActivity, L["AreaBoard.Months"]),
            .. Board.Activities.Select(a => new Option(a.Key, L["AreaBoard.MonthsOf", L[$"area-figure.{a.Key}"]])),
        ];
        _context = context;
    }

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        _filter = AreaBoardAddress.Of(key => Address[key]);
        if (string.IsNullOrEmpty(View))
        {
            _board = await Board.ListAsync(actor, _filter);
            _leaderOf = _board.Rows.Select(r => r.LeaderId).Distinct().Take(2).ToList() is [{ } only] ? only : null;
        }
        else if (View == Charts)
        {
            (_charts, _board) = (await Board.ChartsAsync(actor, _filter), null);
        }
        else
        {
            (_first, _months) = await Board.MonthsAsync(actor, _filter, View);
            _board = null;
        }
    }

    private IEnumerable<(string Key, string Words, int Count)> Counts()
    {
        if (_board is not { } board)
        {
            yield break;
        }

        yield return (AreaBoardFilter.Anything, L["AreaBoard.Needs", board.Total], board.StandOut[AreaBoardFilter.Anything]);
        yield return (
            AreaBoardFilter.Silence, L["AreaBoard.Silent", _context!.Settings.Int("Coverage.StaleDays")],
            board.StandOut[AreaBoardFilter.Silence]);
        foreach (var figure in board.Figures.Where(f => L.Find($"area-figure-late.{f.Key}") is not null))
        {
            yield return (figure.Key, L[$"area-figure-late.{figure.Key}"], board.StandOut[figure.Key]);
        }
    }

    private string? HeadingOf(string groupId, string kindId) => _filter.Grouping switch
    {
        AreaBoardGrouping.Group => _context!.Directory.Group(groupId)?.Name ?? L["Area.Nobody"],
        AreaBoardGrouping.Kind => _context!.Directory.Data.Kinds.FirstOrDefault(k => k.Id == kindId)?.Name ?? kindId,
        _ => null,
    };

    private string Told(IAreaFigure figure, AreaBoardCell cell) => figure.Kind switch
    {
        AreaFigureKind.Last => Ago(cell.Day),
        AreaFigureKind.Open => cell.Count == 0 ? "" : cell.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => string.Join('\n', cell.Words.Select(w => $"{w.Year}: {L[w.Words]}")),
    };

    private string Ago(DateOnly? last) => last is { } day
        ? $"{LocalFormat.Day(day)}\n{L["ReportItem.Days", _context!.Today.DayNumber - day.DayNumber]}"
        : L["Quiet.Never"];

    private string FileOf(string file) => $"{AreaBoardModule.BoardPage}/{file}{new Uri(Navigation.Uri).Query}";
}
