using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Processes;
using Portal.Web.Processes.AreaBoard;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>Đ1.1: the board of areas, what stands out on it and for whom; and the line of time of one area.</summary>
public class AreaBoardTests
{
    private const string Area = "A017";

    [Fact]
    public async Task Everybody_sees_the_areas_they_watch_or_are_in_charge_of_and_compliance_all_of_them_without_what_cases_say()
    {
        await using var portal = await TestPortal.CreateAsync();
        await EnterAsync(portal, ReportItemLevel.Urgent);
        var context = await ContextAsync(portal);
        var directory = context.Directory;
        var all = directory.Data.Areas.Where(a => a.IsValidOn(context.Today)).Select(a => a.Id).Order().ToList();
        var content = portal.Services.GetServices<IAreaFigure>().Where(f => f.IsContent).Select(f => f.Key).ToList();
        var seen = new Dictionary<int, int>();
        foreach (var person in directory.Data.Staff.Select(s => s.Id))
        {
            var scope = AccessScope.Of(person, directory, context.Today);
            var reads = scope.IsHead ? all : all.FindAll(scope.AreaIds.Contains);
            var board = await BoardAsync(portal, person);
            Assert.Equal(scope.SeesTitles ? all : reads, board.Rows.Select(r => r.AreaId).Order());
            Assert.All(board.Rows, r => Assert.Equal(reads.Contains(r.AreaId), content.Exists(r.Cells.ContainsKey)));
            Assert.Equal(reads.Count > 0, board.Figures.Any(f => f.IsContent));
            Assert.Equal(board.Rows.Count, (await Board(portal).MonthsAsync(portal.Person(person), new AreaBoardFilter(), "")).Rows.Count);
            seen[board.Rows.Count] = seen.GetValueOrDefault(board.Rows.Count) + 1;
        }

        // Some with none, some with some, some with all.
        Assert.True(seen.Count > 3 && seen.ContainsKey(0) && seen[all.Count] > 1);
    }

    [Fact]
    public async Task What_is_old_missing_or_urgent_stands_out_until_somebody_has_seen_to_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await RowAsync(portal);
        Assert.Equal((true, null), (before.IsSilent, before.LastKnown));
        Assert.Equal(["contact", "visit"], StandingOut(before));

        await portal.ReportedAsync();
        var trip = await portal.ReadAsync(db => db.Set<FieldTrip>().SingleAsync());
        var visited = await RowAsync(portal);
        Assert.Equal((VietnamTime.DayOf(trip.DepartsAt), false), (visited.Cells["visit"].Day, visited.Cells["visit"].StandsOut));
        Assert.False(visited.IsSilent);
        var counted = visited.Cells["items"].Count;

        await EnterAsync(portal, ReportItemLevel.Normal);
        Assert.Equal((counted + 1, false), Open(await RowAsync(portal), "items"));
        await EnterAsync(portal, ReportItemLevel.Urgent);
        Assert.Equal((counted + 2, true), Open(await RowAsync(portal), "items"));

        // A directive stands out when its day is over.
        await portal.StartAsync("leader-task", Trips.Leader, new LeaderTaskInput
        {
            Secrecy = SecrecyGate.No,
            AssigneeId = Trips.Lead,
            AreaId = Area,
            Content = "Rà soát, báo cáo",
            Due = DateOnly.FromDateTime(portal.Local).AddDays(7),
        });
        Assert.Equal((1, false), Open(await RowAsync(portal), "directives"));
        portal.GoTo(portal.Local.AddDays(20));
        Assert.Equal((1, true), Open(await RowAsync(portal), "directives"));
        portal.GoTo(VietnamTime.ToLocal(trip.DepartsAt).AddDays(46));
        Assert.True((await RowAsync(portal)).Cells["visit"].StandsOut);
    }

    [Fact]
    public async Task A_monthly_report_stands_out_from_the_day_it_is_due_until_the_leader_has_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenReportAsync();
        Assert.Equal((null, false), Last(await RowAsync(portal), "report"));
        portal.GoTo(portal.Local.AddDays(30));
        Assert.Equal((null, true), Last(await RowAsync(portal), "report"));
        Assert.Equal(Area, Assert.Single((await BoardAsync(portal, Trips.Leader, new() { StandsOut = "report" })).Rows).AreaId);
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", AreaReports.Report() with { LateReason = "Chờ số liệu của xã" });
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        Assert.Equal((DateOnly.FromDateTime(portal.Local), false), Last(await RowAsync(portal), "report"));
        var (first, months) = await Board(portal).MonthsAsync(portal.Person(Trips.Leader), new AreaBoardFilter(), "report");
        Assert.Equal(1, months.Single(m => m.AreaId == Area).Counts[AreaBoardQueries.Months - 1]);
        Assert.Equal(first.AddMonths(AreaBoardQueries.Months - 1).Month, portal.Local.Month);
    }

    /// <summary>Section 13: trips and their results for everybody who has the areas, items for who reads what cases say.</summary>
    [Fact]
    public async Task Charts_count_trips_results_and_items_as_far_as_one_may_know_of_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.ReportedAsync();
        await EnterAsync(portal, ReportItemLevel.Normal);
        var open = await portal.ReadAsync(db => db.ReportItems.CountAsync(i => i.AreaId == Area));
        foreach (var (person, trips, items) in new (string, int, int)[]
        {
            (Trips.Leader, 1, open), (Trips.Head, 1, open), (Trips.Member, 1, open), ("S37", 1, 0), ("S10", 0, 0),
        })
        {
            var charts = await Board(portal).ChartsAsync(portal.Person(person), new AreaBoardFilter());
            Assert.Equal(trips, Sum(charts, "trips", "area-chart.trips.made", "area-chart.trips.adHoc"));
            Assert.Equal(trips, Sum(charts, "punctuality"));
            Assert.Equal(items, Sum(charts, "items"));
            Assert.All(charts, c => Assert.All(c.Counts.Series, s => Assert.Equal(c.Counts.Labels.Count, s.Counts.Count)));
        }

        var month = (await Board(portal).ChartsAsync(portal.Person(Trips.Head), new())).Single(c => c.Chart.Key == "trips").Counts;
        Assert.Equal(portal.Local.ToString("MM/yy", System.Globalization.CultureInfo.InvariantCulture), month.Labels[^1].Stored[^5..]);
        Assert.Equal(1, month.Series.Where(s => s.Name != "area-chart.trips.planned").Sum(s => s.Counts[^1]));
        var others = await Board(portal).ChartsAsync(portal.Person(Trips.Head), new() { GroupId = "N01" });
        Assert.All(others, c => Assert.True(c.Counts.IsEmpty));

        static int Sum(IEnumerable<(IAreaChart Chart, AreaChart Counts)> charts, string key, params string[] series) =>
            charts.Single(c => c.Chart.Key == key).Counts.Series.Where(s => series.Length == 0 || series.Contains(s.Name))
                .Sum(s => s.Counts.Sum());
    }

    [Fact]
    public async Task What_most_needs_a_look_comes_first_and_each_figure_filters_and_sorts()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.ReportedAsync();
        await EnterAsync(portal, ReportItemLevel.Urgent, "A018");
        var board = await BoardAsync(portal, Trips.Head);
        Assert.Equal("A018", board.Rows[0].AreaId);
        Assert.Equal(Area, board.Rows[^1].AreaId);
        Assert.Equal(board.Rows.Select(r => r.Attention).OrderDescending(), board.Rows.Select(r => r.Attention));
        Assert.Equal((board.Total, 1), (board.Rows.Count, board.StandOut["items"]));
        foreach (var key in board.Figures.Select(f => f.Key).Append(AreaBoardFilter.Silence).Append(AreaBoardFilter.Anything))
        {
            var standing = await BoardAsync(portal, Trips.Head, new() { StandsOut = key });
            Assert.Equal(board.StandOut[key], standing.Rows.Count);
            Assert.Equal(board.Total, standing.Total);
            var sorted = await BoardAsync(portal, Trips.Head, new() { SortedBy = key });
            var turned = await BoardAsync(portal, Trips.Head, new() { SortedBy = key, IsDescending = true });
            Assert.Equal(sorted.Rows.Select(r => r.AreaId), turned.Rows.Select(r => r.AreaId).Reverse());
        }

        Assert.Equal("A018", (await BoardAsync(portal, Trips.Head, new() { SortedBy = "items", IsDescending = true })).Rows[0].AreaId);
        var grouped = (await BoardAsync(portal, Trips.Head, new() { Grouping = AreaBoardGrouping.Group })).Rows.Select(r => r.GroupId);
        Assert.Equal(grouped.Order(StringComparer.Ordinal), grouped);
        Assert.All(
            (await BoardAsync(portal, Trips.Head, new() { GroupId = "N03", LeaderId = Trips.Leader })).Rows,
            r => Assert.Equal(("N03", Trips.Leader), (r.GroupId, r.LeaderId)));
    }

    [Fact]
    public async Task A_Restricted_item_is_counted_for_those_alone_who_read_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await EnterAsync(portal, ReportItemLevel.Urgent, restricted: true);
        foreach (var (person, count) in new[] { (Trips.Leader, 1), (Trips.Head, 1), (Trips.Lead, 1), ("S33", 0) })
        {
            Assert.Equal((count, count > 0), Open(await RowAsync(portal, person), "items"));
        }
    }

    [Fact]
    public async Task What_is_known_of_the_areas_that_an_area_came_of_is_known_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.ReportedAsync();
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            (await o.Db.Areas.SingleAsync(a => a.Id == Area)).ValidTo = o.Context.Today.AddDays(-1);
            o.Db.AreaLineage.Add(new AreaLineage
            {
                PredecessorId = Area,
                SuccessorId = "A018",
                Kind = LineageKind.Merge,
                On = o.Context.Today,
            });
            return Result.Ok;
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
        var board = await BoardAsync(portal, Trips.Leader);
        Assert.DoesNotContain(board.Rows, r => r.AreaId == Area);
        Assert.NotNull(board.Rows.Single(r => r.AreaId == "A018").Cells["visit"].Day);
        Assert.Contains(await TimelineAsync(portal, Trips.Leader, "A018"), e => e.Kind == nameof(AreaFactKind.Visit));
    }

    [Fact]
    public async Task That_the_board_was_taken_away_is_recorded()
    {
        await using var portal = await TestPortal.CreateAsync();
        var board = (await Board(portal).ExportAsync(portal.Person(Trips.Leader), new AreaBoardFilter { GroupId = "N03" })).Value;
        Assert.Equal(8, board.Rows.Count);
        var entry = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "AreaBoard.Exported"));
        Assert.Equal(Trips.Leader, entry.PersonId);
        var files = portal.Services.GetRequiredService<AreaBoardFiles>();
        var context = await ContextAsync(portal);
        using var document = WordprocessingDocument.Open(
            new MemoryStream(files.Document(board, new AreaBoardFilter { GroupId = "N03" }, context)), isEditable: false);
        var told = document.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("8 địa bàn quá 45 ngày không có thông tin", told, StringComparison.Ordinal);
        Assert.All(board.Rows, r => Assert.Contains(context.Directory.AreaName(r.AreaId), told, StringComparison.Ordinal));
        Assert.NotEmpty(files.Sheet(board, context));

        // It says what it was narrowed to, whatever that was.
        var kind = context.Directory.Data.Kinds.Single(k => k.Id == context.Directory.Area(Area)!.KindId);
        foreach (var (filter, words) in new (AreaBoardFilter, string)[]
        {
            (new(), "phạm vi người lập được xem"), (new() { GroupId = "N03" }, context.Directory.Group("N03")!.Name),
            (new() { KindId = kind.Id }, kind.Name),
            (new() { LeaderId = Trips.Leader }, context.Directory.NameOf(Trips.Leader)),
            (new() { StandsOut = AreaBoardFilter.Anything }, "chỉ địa bàn cần xem"), (new() { StandsOut = "visit" }, "cần xem về: "),
            (new() { StandsOut = AreaBoardFilter.Silence }, "lâu không có tin"),
        })
        {
            using var narrowed = WordprocessingDocument.Open(new MemoryStream(files.Document(board, filter, context)), isEditable: false);
            Assert.Contains(words, narrowed.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_figure_has_its_own_key_place_and_words_in_both_languages()
    {
        await using var portal = await TestPortal.CreateAsync();
        var figures = portal.Services.GetServices<IAreaFigure>().ToList();
        var texts = portal.Services.GetRequiredService<TextCatalogue>();
        Assert.True(figures.Count > 6);
        Assert.Equal(figures.Count, figures.Select(f => f.Key).Distinct().Count());
        Assert.Equal(figures.Count, figures.Select(f => f.Order).Distinct().Count());
        var kinds = Enum.GetNames<AreaFactKind>().Concat([AreaTimelines.Contact, AreaTimelines.Item, AreaTimelines.Restricted]);
        foreach (var key in figures.Select(f => $"area-figure.{f.Key}").Concat(kinds.Select(k => $"area-fact.{k}")))
        {
            Assert.True(texts.Vietnamese.ContainsKey(key) && texts.English.ContainsKey(key), key);
        }

        Assert.All(figures.OfType<IAreaActivity>(), f => Assert.False(f.IsContent));
        Assert.All(figures, f => Assert.StartsWith("/", f.RowsOf(Area), StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_happened_stands_on_one_line_for_those_of_the_area_and_what_is_Restricted_is_read_elsewhere()
    {
        await using var portal = await TestPortal.CreateAsync();
        var closed = await portal.ReportedAsync();
        await portal.MustAsync(closed, "resultReview", Trips.Leader, "Acknowledge", new ResultReviewInput());
        await EnterAsync(portal, ReportItemLevel.Normal);
        await EnterAsync(portal, ReportItemLevel.Urgent, restricted: true);
        var told = await TimelineAsync(portal, Trips.Leader);
        Assert.Equal(told.Select(e => e.At).OrderDescending(), told.Select(e => e.At));
        Assert.Superset(
            new HashSet<string> { "Visit", "Situation", AreaTimelines.Contact, AreaTimelines.Item }, told.Select(e => e.Kind).ToHashSet());
        Assert.Equal("", Assert.Single(told, e => e is { Kind: AreaTimelines.Item, IsRestricted: true }).Text);
        Assert.DoesNotContain(await TimelineAsync(portal, "S33"), e => e.IsRestricted);
        foreach (var person in new[] { "S10", "S06", "S37" })
        {
            var found = await Timelines(portal).OfAsync(portal.Person(person), Area, Day(portal, -365), Day(portal, 30));
            Assert.Equal("Common.NotFound", found.Refusal?.Code);
        }

        Assert.Empty((await Timelines(portal).OfAsync(portal.Person(Trips.Leader), Area, Day(portal, -365), Day(portal, -90))).Value);
    }

    [Fact]
    public async Task The_page_groups_leads_from_each_figure_to_its_rows_and_counts_by_month()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.ReportedAsync();
        await using var screen = await EveryScreen.OfAsync(portal, Trips.Leader);
        var grouped = await screen.ShowAsync("/bang-dia-ban?gom=Group");
        Assert.Contains("<tr class=\"group-head\"><th scope=\"rowgroup\"", grouped, StringComparison.Ordinal);
        Assert.Contains($"href=\"/dia-ban/{Area}?muc=Visit#dien-bien\"", grouped, StringComparison.Ordinal);
        Assert.Contains("can-xem=visit", grouped, StringComparison.Ordinal);
        Assert.DoesNotContain("group-head", await screen.ShowAsync("/bang-dia-ban"), StringComparison.Ordinal);
        Assert.Contains("heat heat-1", await screen.ShowAsync("/bang-dia-ban?xem=visit"), StringComparison.Ordinal);
        Assert.Contains("group-head", await screen.ShowAsync("/bang-dia-ban?xem=visit&gom=Kind"), StringComparison.Ordinal);

        // In the month and of the kind that the address names.
        var visits = await screen.ShowAsync($"/dia-ban/{Area}?muc=Visit");
        Assert.Contains("aria-pressed=\"true\"", visits, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"timeline\"", await screen.ShowAsync($"/dia-ban/{Area}?thang=2020-01-01"), StringComparison.Ordinal);

        // However long ago it was: what the board leads to is there.
        portal.GoTo(portal.Local.AddDays(800));
        Assert.Contains("aria-pressed=\"true\"", await screen.ShowAsync($"/dia-ban/{Area}?muc=Visit"), StringComparison.Ordinal);
    }

    private static AreaBoardQueries Board(TestPortal portal) => portal.Services.GetRequiredService<AreaBoardQueries>();

    private static AreaTimelines Timelines(TestPortal portal) => portal.Services.GetRequiredService<AreaTimelines>();

    private static ValueTask<CaseContext> ContextAsync(TestPortal portal) =>
        portal.Operations.ContextAsync(portal.Person(Trips.Lead), portal.Now);

    private static Task<AreaBoardView> BoardAsync(TestPortal portal, string person, AreaBoardFilter? filter = null) =>
        Board(portal).ListAsync(portal.Person(person), filter ?? new AreaBoardFilter());

    private static async Task<AreaBoardRow> RowAsync(TestPortal portal, string person = Trips.Leader) =>
        (await BoardAsync(portal, person)).Rows.Single(r => r.AreaId == Area);

    private static async Task<IReadOnlyList<AreaTimelineEntry>> TimelineAsync(TestPortal portal, string person, string area = Area) =>
        (await Timelines(portal).OfAsync(portal.Person(person), area, Day(portal, -365), Day(portal, 30))).Value;

    private static DateOnly Day(TestPortal portal, int days) => DateOnly.FromDateTime(portal.Local).AddDays(days);

    private static (int Count, bool StandsOut) Open(AreaBoardRow row, string key) => (row.Cells[key].Count, row.Cells[key].StandsOut);

    private static (DateOnly? Day, bool StandsOut) Last(AreaBoardRow row, string key) => (row.Cells[key].Day, row.Cells[key].StandsOut);

    private static IEnumerable<string> StandingOut(AreaBoardRow row) => row.Cells.Where(c => c.Value.StandsOut).Select(c => c.Key).Order();

    private static async Task EnterAsync(TestPortal portal, ReportItemLevel level, string area = Area, bool restricted = false)
    {
        var entered = await portal.Services.GetRequiredService<ReportItemActs>().EnterAsync(portal.Person(Trips.Lead), new JsonObject
        {
            ["secrecy"] = new JsonObject { ["containsStateSecret"] = false },
            ["areaId"] = area,
            ["kind"] = nameof(ReportItemKind.Difficulty),
            ["domain"] = WorkDomains.All[0],
            ["level"] = level.ToString(),
            ["content"] = "Thiếu công chức tài chính",
            ["concernsPersonnel"] = restricted,
        });
        Assert.True(entered.IsSuccess, string.Join("; ", entered.Refusal?.Fields.Select(f => f.Path + f.Code) ?? []));
    }
}
