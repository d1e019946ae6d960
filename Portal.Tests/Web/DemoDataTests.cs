using Portal.Domain.FieldTrips;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Web;

/// <summary>The demo province: made by running the process, the same for the same seed, with its story cases.</summary>
public sealed class DemoDataTests(DemoDataTests.Made made) : IClassFixture<DemoDataTests.Made>
{
    private static readonly DateTime Now = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    private readonly TestPortal _portal = made.Portal;

    /// <summary>Made once: the tests only look.</summary>
    public sealed class Made : IAsyncLifetime
    {
        public TestPortal Portal { get; private set; } = null!;

        public async Task InitializeAsync() => Portal = await MakeAsync(seed: 7);

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_cases()
    {
        await using var again = await MakeAsync(seed: 7);
        var first = await DescribeAsync(_portal);
        Assert.True(first.Count > 60, $"{first.Count} cases");
        Assert.Equal(first, await DescribeAsync(again));
    }

    [Fact]
    public async Task Three_rounds_are_all_readable()
    {
        var rounds = await _portal.ReadAsync(db => db.Submissions
            .Where(s => s.FormKey == "trip-result")
            .GroupBy(s => s.CaseId)
            .Where(g => g.Count() == 3)
            .Select(g => g.Key)
            .ToListAsync());
        var id = Assert.Single(rounds);
        var view = (await _portal.Cases.FindAsync(_portal.Person(Trips.Leader), id)).Value;
        Assert.Equal([1, 2, 3], view.Submissions.Where(s => s.FormKey == "trip-result").Select(s => s.Round));
        Assert.All(view.Submissions.Where(s => s is { FormKey: "trip-result", Round: > 1 }),
            s => Assert.NotEqual((string?)s.Previous!["proposals"], (string?)s.Form!["proposals"]));
        Assert.Equal(CaseState.Closed, view.Case.State);
    }

    [Fact]
    public async Task Silent_leader_says_that_no_report_was_made()
    {
        var disputed = Assert.Single(await _portal.ReadAsync(db => db.Submissions.Where(s => s.Action == "DisputeOral").ToListAsync()));
        var trip = await _portal.TripAsync(disputed.CaseId);
        Assert.True(trip.DepartedWithoutAcknowledgement);
    }

    [Fact]
    public async Task Secret_stub_keeps_where_the_paper_is_and_no_content()
    {
        var stub = (await _portal.ReadAsync(db => db.Submissions.Where(s => s.IsStub).ToListAsync()))[0];
        Assert.Contains("Tủ hồ sơ mật", stub.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"situation\"", stub.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"punctuality\"", stub.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Area_obstructed_is_told_to_the_leader()
    {
        var results = await _portal.ReadAsync(db => db.Set<FieldTrip>().Where(t => t.Result != null).ToListAsync());
        Assert.Contains(results, t => t.Result!.Cooperation == Cooperation.Obstructed && !string.IsNullOrEmpty(t.Result.CooperationText));
    }

    [Fact]
    public async Task The_first_day_has_something_overdue_something_waiting_and_tasks_that_came_of_directives()
    {
        _portal.Clock.SetUtcNow(new DateTimeOffset(Now));
        Assert.Contains(await _portal.ReadAsync(db => db.UserTasks
            .Where(t => t.State == UserTaskState.Open && t.DueAt < Now)
            .Select(t => t.StepId)
            .ToListAsync()), s => s == "result");
        Assert.Contains(await _portal.ReadAsync(db =>
            db.UserTasks.Where(t => t.State == UserTaskState.Open).Select(t => t.StepId).ToListAsync()), s => s == "review");
        Assert.True(await _portal.ReadAsync(db => db.Cases.CountAsync(c => c.ProcessKey == "leader-task" && c.ParentId != null)) > 3);
        Assert.Equal(0, await _portal.ReadAsync(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_told_apart_by_department()
    {
        var directory = (await _portal.Services.GetRequiredService<ReferenceCache>().GetAsync()).Directory;
        Assert.Equal(2, directory.Data.Staff.Count(s => s.FullName == "Nguyễn Thị Hoa"));
        var offered = FormChoices.Of(await _portal.Operations.ContextAsync(_portal.Person(Trips.Member)), null, wholeCommittee: false,
            areasAreFixed: false).Everybody.Where(o => o.Label.StartsWith("Nguyễn Thị Hoa", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, offered.Select(o => o.Label).Distinct().Count());
    }

    [Fact]
    public async Task Handover_the_new_lead_of_a_group_has_what_the_old_one_had_open_and_what_was_sent_keeps_its_author()
    {
        var (lead, before) = await _portal.ReadAsync(async db => (
            await db.Memberships.Where(m => m.GroupId == "N08" && m.IsLead && m.ValidTo == null).Select(m => m.PersonId).SingleAsync(),
            await db.Memberships.Where(m => m.GroupId == "N08" && m.IsLead && m.ValidTo != null).Select(m => m.PersonId).SingleAsync()));
        Assert.NotEqual(before, lead);
        var open = await _portal.ReadAsync(db => db.UserTasks
            .Where(t => t.State == UserTaskState.Open
                && db.Cases.Any(c => c.Id == t.CaseId && c.GroupId == "N08" && c.ProcessKey == "review-suggestion-area")
                && (t.StepId == "propose" || t.StepId == "finalize"))
            .Select(t => t.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId).ToList())
            .ToListAsync());
        Assert.All(open, people => Assert.Equal([lead], people));
        Assert.True(await _portal.ReadAsync(db =>
            db.Submissions.AnyAsync(s => s.PersonId == before && db.Cases.Any(c => c.Id == s.CaseId && c.GroupId == "N08"))));
    }

    private static async Task<TestPortal> MakeAsync(int seed)
    {
        var portal = await TestPortal.CreateAsync();
        await DemoStage.RunAsync(
            portal.Operations, portal.Services.GetRequiredService<ReferenceCache>(), seed, Now, (_, _) => { }, months: 1);
        return portal;
    }

    private static Task<List<string>> DescribeAsync(TestPortal portal) => portal.ReadAsync(async db =>
        (await db.Cases.OrderBy(c => c.Number).ToListAsync())
            .ConvertAll(c => $"{c.Number} {c.Title} {c.Status} {c.CreatedAt:O} {c.UpdatedAt:O} {c.InitiatorId}"));
}
