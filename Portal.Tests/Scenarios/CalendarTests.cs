using System.Text.Json.Nodes;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.People;
using Portal.Web.Operations;

namespace Portal.Tests.Scenarios;

/// <summary>What the calendar shows, what clashes, and what a calendar program is told of changes (RFC 5545).</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private string _secret = "";

    private CalendarFeeds Feeds => _portal.Services.GetRequiredService<CalendarFeeds>();

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.CreateAsync();
        _secret = (await Feeds.MakeAsync(_portal.Person(Trips.Lead))).Value;
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task As_long_as_nothing_changes_the_feed_is_the_same_byte_for_byte_whenever_it_is_read()
    {
        await _portal.NotifyAsync();
        await _portal.RegisterAsync();
        var first = await Feeds.ReadAsync(_secret);
        _portal.GoTo(_portal.Local.AddHours(3));
        Assert.Equal(first, await Feeds.ReadAsync(_secret));

        var calendar = await CalendarAsync();
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal("Lịch công tác", (string?)calendar.Properties["X-WR-CALNAME"]!.Value);
        var trip = Assert.Single(calendar.Events, e => e.Summary!.StartsWith("Đi địa bàn", StringComparison.Ordinal));
        Assert.Equal(("CONFIRMED", VietnamTime.ToUtc(Trips.Departs)), (trip.Status, trip.Start!.AsUtc));
        Assert.True(trip.DtStamp!.AsUtc < _portal.Now.AddHours(-2));
    }

    [Fact]
    public async Task Who_is_back_earlier_than_planned_is_busy_no_longer()
    {
        var days = Trips.Notice() with { ReturnsAt = Trips.Returns.AddDays(2) };
        var id = await _portal.ReadyAsync(days);
        async Task<int> BusyAsync(DateTime from) => (await _portal.Services.GetRequiredService<Schedule>().OfAsync(
            _portal.Person(Trips.Member), [Trips.Member], VietnamTime.ToUtc(from), VietnamTime.ToUtc(from.AddHours(4)))).Count;
        Assert.Equal(1, await BusyAsync(Trips.Departs.AddDays(2)));
        _portal.GoTo(Trips.Departs.AddMinutes(10));
        await _portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        _portal.GoTo(Trips.Returns.AddMinutes(10));
        await _portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        Assert.Equal(1, await BusyAsync(Trips.Departs));
        Assert.Equal(0, await BusyAsync(Trips.Departs.AddDays(1)));
        Assert.Equal(0, await BusyAsync(Trips.Departs.AddDays(2)));
    }

    [Fact]
    public async Task The_week_is_taken_away_as_a_document_that_says_who_is_where_and_when_and_nothing_else()
    {
        await _portal.NotifyAsync();
        var day = DateOnly.FromDateTime(Trips.Departs);
        var monday = VietnamTime.MondayOf(day);
        var programme = _portal.Services.GetRequiredService<Portal.Web.Documents.WeekProgramme>();
        foreach (var (person, knows) in new[] { (Trips.Lead, true), ("S09", false) })
        {
            var actor = _portal.Person(person);
            var entries = (await _portal.Services.GetRequiredService<Schedule>().WeekAsync(actor, new CalendarFilter(), monday)).Value;
            var context = await _portal.Operations.ContextAsync(actor, _portal.Now);
            var told = OfficeFiles.Part(programme.Document(entries, monday, new CalendarFilter(), context), "word/document.xml");
            var cells = OfficeFiles.Cells(programme.Sheet(entries, monday, new CalendarFilter(), context));
            foreach (var file in new[] { told, cells })
            {
                Assert.Equal(knows, file.Contains(context.Directory.AreaName("A017"), StringComparison.Ordinal));
                Assert.Equal(knows, file.Contains(context.Directory.NameOf(Trips.Lead), StringComparison.Ordinal));
                Assert.DoesNotContain(Trips.Notice().Purpose!, file, StringComparison.Ordinal);
            }

            Assert.Contains("Thứ Sáu", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Chủ nhật", told, StringComparison.Ordinal);
        }

        Assert.Equal(2, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Schedule.Exported")));
    }

    [Fact]
    public async Task New_times_raise_the_sequence_of_an_event_and_what_is_called_off_stays_in_the_feed_as_cancelled()
    {
        var id = await _portal.ReadyAsync();
        var before = Assert.Single((await CalendarAsync()).Events);
        _portal.GoTo(_portal.Local.AddMinutes(10));
        await _portal.MustAsync(id, "departure", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            DepartsAt = Trips.Departs.AddDays(1),
            ReturnsAt = Trips.Returns.AddDays(1),
            Reason = "Địa bàn bận họp hội đồng nhân dân",
        });
        var moved = Assert.Single((await CalendarAsync()).Events);
        Assert.Equal(before.Uid, moved.Uid);
        Assert.True(moved.Sequence > before.Sequence);
        Assert.True(moved.DtStamp!.AsUtc > before.DtStamp!.AsUtc);
        Assert.Equal(before.Start!.AsUtc.AddDays(1), moved.Start!.AsUtc);

        await _portal.MustAsync(id, "review", Trips.Leader, "Cancel", new TripCancelInput
        {
            Secrecy = SecrecyGate.No,
            By = CancelledBy.LeaderInCharge,
            Reason = "Trùng lịch Thường trực",
            AreaInformed = true,
        });
        var off = Assert.Single((await CalendarAsync()).Events);
        Assert.Equal((before.Uid, "CANCELLED", moved.Start.AsUtc), (off.Uid, off.Status, off.Start!.AsUtc));
        Assert.True(off.Sequence > moved.Sequence);

        // In the portal's own calendar nobody is taken by it any more.
        Assert.Empty(await EntriesAsync(Trips.Lead));
        Assert.Empty(await _portal.Services.GetRequiredService<Schedule>().OfAsync(
            _portal.Person(Trips.Lead), [Trips.Lead], _portal.Now, _portal.Now.AddDays(20)));
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_is_cancelled_in_the_calendars_of_those_who_were_to_go()
    {
        var id = await _portal.ConsentedAsync();
        var before = Assert.Single((await CalendarAsync()).Events);
        await _portal.MustAsync(id, "follow", Trips.Lead, "CancelMeeting", Trips.Reason("Đơn vị báo hoãn vô thời hạn"));
        var off = Assert.Single((await CalendarAsync()).Events);
        Assert.Equal((before.Uid, "CANCELLED"), (off.Uid, off.Status));
        Assert.True(off.Sequence > before.Sequence);
    }

    [Fact]
    public async Task Planned_trips_stand_in_the_calendar_on_their_day_until_they_are_notified_or_struck_off()
    {
        var items = await _portal.AcknowledgedPlanAsync(Plans.Item(14), Plans.Item(15) with { TimeOfDay = TimeOfDay.Afternoon });
        var entries = await EntriesAsync(Trips.Lead);
        Assert.All(entries, e => Assert.True(e.IsPlanned));
        Assert.Equal(
            [VietnamTime.ToUtc(new DateTime(2026, 10, 14)), VietnamTime.ToUtc(new DateTime(2026, 10, 15, 12, 0, 0))],
            entries.Select(e => e.From));
        Assert.Empty(await EntriesAsync("S27"));
        Assert.Empty(await EntriesAsync(Trips.Lead, new CalendarFilter(AreaId: "A018")));

        var planned = (await CalendarAsync()).Events;
        Assert.All(planned, e => Assert.Equal(("TENTATIVE", true), (e.Status, e.IsAllDay)));
        Assert.All(planned, e => Assert.StartsWith("Đi địa bàn (dự kiến): ", e.Summary, StringComparison.Ordinal));
        await _portal.MustAsync(items[0].PlanId, "items", Trips.Lead, "DropItem",
            new PlanItemDropInput { Secrecy = SecrecyGate.No, Item = 1, Reason = "Xã đang có đoàn thanh tra" });
        await _portal.NotifyAsync(Plans.Notice(items[1]) with
        {
            DepartsAt = Trips.Departs.AddDays(7),
            ReturnsAt = Trips.Returns.AddDays(7),
            Programme = [Trips.Notice().Programme![0] with { Date = new DateOnly(2026, 10, 15) }],
        });
        Assert.False(Assert.Single(await EntriesAsync(Trips.Lead)).IsPlanned);
        Assert.Equal(["CANCELLED", "CONFIRMED"], (await CalendarAsync()).Events.Select(e => e.Status).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Clashes_count_absences_and_what_the_filter_leaves_out()
    {
        await _portal.NotifyAsync();
        await _portal.NotifyAsync(Trips.Notice("A018") with { Place = "Nơi khác" });
        Assert.Equal(
            [Trips.Lead, Trips.Member],
            Assert.Single(await EntriesAsync(Trips.Lead, new CalendarFilter(AreaId: "A018"))).Clashes.Order(StringComparer.Ordinal));

        var day = DateOnly.FromDateTime(Trips.Departs).AddDays(6);
        await _portal.AcknowledgedPlanAsync(Plans.Item(day.Day));
        Assert.Empty(Assert.Single(await EntriesAsync(Trips.Lead), e => e.IsPlanned).Clashes);
        var away = new AbsenceInput { From = day, To = day, Reason = "Nghỉ phép", IncludesRestricted = false };
        Assert.True((await _portal.Services.GetRequiredService<Absences>()
            .RegisterAsync(_portal.Person(Trips.Member), (JsonObject)FormInput.ToJson(away))).IsSuccess);
        _portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        Assert.Equal([Trips.Member], Assert.Single(await EntriesAsync(Trips.Lead), e => e.IsPlanned).Clashes);
    }

    private async Task<Calendar> CalendarAsync() => Calendar.Load((await Feeds.ReadAsync(_secret))!)!;

    private Task<IReadOnlyList<CalendarEntry>> EntriesAsync(string person, CalendarFilter? filter = null) =>
        _portal.Services.GetRequiredService<Schedule>().CalendarAsync(
            _portal.Person(person), filter ?? new CalendarFilter(), _portal.Now.AddDays(-7), _portal.Now.AddDays(40));
}
