using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Processes;
using Portal.Web.Processes.FieldTrips;
using Portal.Web.Texts;

namespace Portal.Tests.Processes.FieldTrips;

/// <summary>What the forms of P1 know, offer and warn of.</summary>
public sealed class PlanItemTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task F1_A_day_outside_of_the_month_is_warned_of_and_taken()
    {
        var id = await _portal.OpenPlanAsync();
        var plan = Plans.Plan(
            Plans.Item(),
            Plans.Item(30, "A018") with { DateTo = new DateOnly(2026, 11, 2) },
            Plans.Item() with { DateFrom = new DateOnly(2026, 11, 9), DateTo = new DateOnly(2026, 11, 9) });
        var view = (await _portal.Cases.FindAsync(_portal.Person(Trips.Lead), id)).Value;
        var warnings = _portal.Services.GetRequiredService<ProcessModules>().Of("monthly-trip-plan")
            .Warnings(
                PlanForms.Plan.Key, FormInput.ToJson(plan), view, await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead)),
                _portal.Services.GetRequiredService<Localizer>())
            .ToList();
        Assert.Equal(2, warnings.Count);
        Assert.Contains("Mục 2", warnings[0], StringComparison.Ordinal);
        Assert.Contains("tháng 10/2026", warnings[1], StringComparison.Ordinal);
        await _portal.MustAsync(id, "draft", Trips.Lead, "Submit", plan);
    }

    [Fact]
    public async Task F1_An_item_names_invitations_and_tasks_of_its_own_group()
    {
        var meeting = await _portal.RegisterAsync();
        var id = await _portal.OpenPlanAsync();
        var plans = _portal.Services.GetRequiredService<TripPlans>();
        Assert.Contains(await plans.RelatedAsync(_portal.Person(Trips.Lead), id), o => o.Value == meeting.ToString());
        Assert.Empty(await plans.RelatedAsync(_portal.Person("S05"), id));

        var item = Plans.Item() with { RelatedCases = [Guid.NewGuid()] };
        var refused = await _portal.AnswerAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(Plans.Item(), item));
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "items[1].relatedCases", Code: "Plan.RelatedUnknown" });
        await _portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(item with { RelatedCases = [meeting] }));
        var view = (await _portal.Cases.FindAsync(_portal.Person(Trips.Leader), id)).Value;
        Assert.Equal([meeting], view.Links.Select(l => l.Id));
    }

    [Fact]
    public async Task What_the_group_wrote_before_is_offered_to_the_group_alone()
    {
        await _portal.NotifyAsync();
        var suggestions = _portal.Services.GetRequiredService<TripSuggestions>();
        var offered = await suggestions.NoticesAsync(_portal.Person(Trips.Lead));
        var place = Assert.Single(offered, s => s.Field == "place");
        Assert.Equal(("Trụ sở Đảng ủy xã", ("areaIds", "A017")), (place.Values["place"], place.When));
        Assert.Contains(offered, s => s.Field == "purpose");

        // Others are offered the units of their own areas, and nothing of this one.
        var others = await suggestions.NoticesAsync(_portal.Person("S05"));
        Assert.DoesNotContain(others, s => s.Field != "subUnits" || s.When is ("areaIds", "A017"));
    }

    [Fact]
    public async Task F3_The_contacts_of_each_area_are_offered()
    {
        var directory = (await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead))).Directory;
        var known = directory.Data.Contacts[0];
        var offered = await _portal.Services.GetRequiredService<TripSuggestions>()
            .ContactsAsync(_portal.Person(Trips.Lead), [known.AreaId]);
        var first = offered.First(o => o.Values["contactPerson"] == known.FullName);
        Assert.Equal(("contactPerson", known.Position, ("areaId", known.AreaId)), (first.Field, first.Values["position"], first.When));
    }

    [Fact]
    public async Task Step_5_The_leader_is_reminded_at_half_of_the_time_before_the_departure_and_four_working_hours_before_it()
    {
        var id = await _portal.NotifyAsync();
        var (opened, departs) = (_portal.Now, VietnamTime.ToUtc(Trips.Departs));
        var calendar = (await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead))).Calendar;
        foreach (var moment in new[] { opened + ((departs - opened) / 2), calendar.AddWorkingTime(departs, TimeSpan.FromHours(-4)) })
        {
            // What came due on the way there is told first.
            await GoAndTickAsync(moment.AddMinutes(-2));
            await GoAndTickAsync(moment.AddMinutes(-1));
            Assert.Equal(0, await ToldAtAsync(id, _portal.Now));
            await GoAndTickAsync(moment);
            Assert.Equal(1, await ToldAtAsync(id, _portal.Now));
        }
    }

    [Fact]
    public async Task A_trip_begins_like_an_earlier_one_on_the_first_day_that_is_in_time_and_only_for_who_reads_that()
    {
        var id = await _portal.NotifyAsync(Trips.Notice() with { ReportedOrally = false });
        var screens = _portal.Services.GetRequiredService<ProcessModules>().Of("field-trip");
        var known = (await FromAsync(screens, Trips.Lead, id)).Known!;
        var day = (await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead))).Calendar.AddWorkingDays(new DateOnly(2026, 10, 5), 3);
        Assert.Equal($"{day:yyyy-MM-dd}T07:30:00", (string?)known["departsAt"]);
        Assert.Equal($"{day:yyyy-MM-dd}", (string?)known["programme"]![0]!["date"]);
        Assert.Equal("Trụ sở Đảng ủy xã", (string?)known["place"]);
        Assert.Null(known["secrecy"]);
        Assert.Null((await FromAsync(screens, "S05", id)).Known);
    }

    [Fact]
    public async Task A_meeting_begins_like_an_earlier_one_with_another_document_and_day()
    {
        var id = await _portal.RegisterAsync();
        var screens = _portal.Services.GetRequiredService<ProcessModules>().Of("meeting-attendance");
        var known = (await FromAsync(screens, Trips.Lead, id)).Known!;
        Assert.Equal(("Đảng ủy xã Bàu Nổi", "HNBCH"), ((string?)known["host"], (string?)known["meetingTypeId"]));
        Assert.Null(known["documentNumber"]);
        Assert.Null(known["startsAt"]);
        Assert.Null((await FromAsync(screens, "S05", id)).Known);
    }

    [Fact]
    public async Task A_cycle_takes_the_days_groups_and_bases_of_another_year()
    {
        var id = (await _portal.StartAsync("review-suggestion-annual", Reviews.Coordinator, Reviews.Cycle("A017"))).Value.CaseId;
        _portal.GoTo(new DateTime(2027, 10, 11, 8, 0, 0));
        var screens = _portal.Services.GetRequiredService<ProcessModules>().Of("review-suggestion-annual");
        var known = (await FromAsync(screens, Reviews.Coordinator, id)).Known!;
        Assert.Equal(2027, (int?)known["year"]);
        Assert.Equal("2027-11-05", (string?)known["calendar"]!["proposalsBy"]);
        Assert.Equal("A017", (string?)known["comparableGroups"]![0]!["areaIds"]![0]);
        var bases = await screens.SuggestAsync("review-cycle", _portal.Person(Reviews.Coordinator), null);
        Assert.NotEmpty(bases);
        Assert.All(bases, b => Assert.Equal("document", b.Field));
    }

    // As the start page asks.
    private async Task<StartSource> FromAsync(ProcessScreens screens, string person, Guid id) => await screens.SourceAsync(
        _portal.Person(person), id,
        await _portal.Cases.FindAsync(_portal.Person(person), id) is { IsSuccess: true } found ? found.Value : null);

    private Task GoAndTickAsync(DateTime utc)
    {
        _portal.Clock.SetUtcNow(new DateTimeOffset(utc, TimeSpan.Zero));
        return _portal.TickAsync();
    }

    private Task<int> ToldAtAsync(Guid id, DateTime at) => _portal.ReadAsync(db => db.Notifications.CountAsync(
        n => n.CaseId == id && n.PersonId == Trips.Leader && n.At == at && n.Kind != NotificationKind.TaskAssigned));
}
