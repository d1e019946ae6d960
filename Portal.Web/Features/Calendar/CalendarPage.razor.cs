using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Calendar;

public partial class CalendarPage
{
    private CaseContext? _context;
    private DateOnly _from;
    private bool _month;
    private CalendarFilter _filter = new();
    private IReadOnlyList<CalendarEntry> _entries = [];
    private IReadOnlyList<Option> _kinds = [];
    private IReadOnlyList<Option> _people = [];
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _areas = [];
    private bool _hasFeed;
    private string? _secret;

    [SupplyParameterFromQuery(Name = "dia-ban")]
    public string? Area { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var groups = scope.IsHead || scope.SeesTitles
            ? context.Directory.Data.Groups.Where(g => g.IsValidOn(context.Today)).Select(g => g.Id).ToList()
            : [.. scope.GroupIds];
        _groups = [.. groups.Select(g => new Option(g, context.Directory.Group(g)?.Name ?? g))
            .OrderBy(o => o.Value, StringComparer.Ordinal)];
        _people = [.. groups.SelectMany(g => context.Directory.MembersOf(g, context.Today))
            .Append(actor.PersonId)
            .Distinct()
            .Select(p => new Option(p, context.Directory.NameOf(p)))
            .OrderBy(o => VietnameseText.SortKey(o.Label), StringComparer.Ordinal)];
        _areas = [.. groups.SelectMany(g => context.Directory.AreasOfGroup(g, context.Today))
            .Distinct()
            .Select(a => new Option(a, context.Directory.AreaName(a)))
            .OrderBy(o => o.Label, VietnameseText.Comparer)];
        _filter = new CalendarFilter(
            PersonId: Area is null && groups.Count != 0 && !scope.IsLeader ? actor.PersonId : "", AreaId: Area ?? "");
        _kinds = [new Option("tuan", L["Calendar.Week"]), new Option("thang", L["Calendar.Month"])];
        _hasFeed = await Feeds.ExistsAsync(actor);
        _from = Begin(context.Today);
        await LoadAsync(context);
    }

    private async Task LoadAsync(CaseContext context)
    {
        var (from, to) = (
            VietnamTime.StartOf(_from),
            VietnamTime.EndOf(Days().Last()));
        _entries = await Schedule.CalendarAsync(context.Actor, _filter, from, to);
        _context = context;
    }

    private async Task SetAsync(Action change)
    {
        change();
        await LoadAsync(await Operations.ContextAsync(await Current.GetAsync()));
    }

    private Task GoAsync(int by) => SetAsync(() => _from = _month ? Begin(_from.AddDays(10).AddMonths(by)) : _from.AddDays(7 * by));

    private Task TodayAsync() => SetAsync(() => _from = Begin(_context!.Today));

    // A week of two months is of the one with today, or with its Thursday: the first week of January may begin in December.
    private Task ShowAsync(bool month) => SetAsync(() =>
    {
        var today = _context!.Today;
        var of = today >= _from && today <= Days().Last() ? today : _from.AddDays(_month ? 10 : 3);
        _month = month;
        _from = Begin(of);
    });

    // Weeks begin on Monday; a month with the week of its first day.
    private DateOnly Begin(DateOnly day)
    {
        var first = _month ? new DateOnly(day.Year, day.Month, 1) : day;
        return VietnamTime.MondayOf(first);
    }

    private IEnumerable<DateOnly> Days()
    {
        var month = _from.AddDays(10).Month;
        var weeks = !_month ? 1 : Enumerable.Range(4, 3).First(w => _from.AddDays(7 * w).Month != month || w == 6);
        return Enumerable.Range(0, 7 * weeks).Select(_from.AddDays);
    }

    private List<CalendarEntry> On(DateOnly day) =>
        [.. _entries.Where(e => VietnamTime.DayOf(e.From) <= day && VietnamTime.DayOf(e.To) >= day)];

    private string WeekFile(string ending) =>
        $"{Routes.Calendar}/tuan.{ending}?tu={_from:yyyy-MM-dd}&nhom={Uri.EscapeDataString(_filter.GroupId)}"
        + $"&nguoi={Uri.EscapeDataString(_filter.PersonId)}&dia-ban={Uri.EscapeDataString(_filter.AreaId)}";

    private static string Hours(CalendarEntry entry, DateOnly day)
    {
        var from = VietnamTime.DayOf(entry.From) == day ? LocalFormat.Clock(entry.From) : "…";
        var to = VietnamTime.DayOf(entry.To) == day ? LocalFormat.Clock(entry.To) : "…";
        return $"{from}–{to}";
    }

    private string ClassesOf(DateOnly day, int entries)
    {
        var today = day == _context!.Today ? "today" : "";
        var off = _context.Calendar.IsWorking(day) ? "" : "off";
        var empty = entries == 0 ? "empty" : "";
        var other = _month && day.Month != _from.AddDays(10).Month ? "other" : "";
        return $"{today} {off} {empty} {other}";
    }

    private string DayName(DateOnly day) => $"{L[$"day.{day.DayOfWeek}"]} {day.ToString("dd/MM", CultureInfo.InvariantCulture)}";

    private async Task MakeAsync()
    {
        if (_hasFeed && !await Dialogs.AgreesAsync(L, "feed-renew"))
        {
            return;
        }

        var made = await Feeds.MakeAsync(await Current.GetAsync());
        (_secret, _hasFeed) = (made.IsSuccess ? made.Value : null, made.IsSuccess);
    }

    private async Task RevokeAsync()
    {
        if (!await Dialogs.AgreesAsync(L, "feed-revoke"))
        {
            return;
        }

        await Feeds.RevokeAsync(await Current.GetAsync());
        Snackbar.Add(L["Calendar.FeedRevoked"], Severity.Success);
        (_secret, _hasFeed) = (null, false);
    }
}
