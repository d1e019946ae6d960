using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Cases;
using Portal.Web.Processes.FieldTrips;
using Portal.Workflows;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>What holds for every process: versions, numbers, races, reassignment, drafts.</summary>
public class RuntimeTests
{
    private const string Administrator = "S06";

    [Fact]
    public async Task Numbers_have_no_gap_and_no_double_however_many_start_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.NotifyAsync()));
        var refused = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = "" });
        Assert.False(refused.IsSuccess);
        await portal.NotifyAsync();

        var numbers = await portal.ReadAsync(db => db.Cases.Select(c => c.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 21).Select(i => $"CT-2026/{i:0000}"), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_different_steps_of_one_case_answered_at_the_same_moment_both_count()
    {
        await using var portal = await TestPortal.CreateAsync();
        for (var i = 0; i < 8; i++)
        {
            var id = await portal.NotifyAsync();
            var both = await Task.WhenAll(
                portal.AnswerAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion()),
                portal.AnswerAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5))));
            Assert.All(both, r => Assert.True(r.IsSuccess, r.Refusal?.Code));
            Assert.Equal(["departure"], await portal.OpenStepsAsync(id));
        }
    }

    [Fact]
    public async Task A_newer_shipped_definition_waits_as_a_draft_and_running_cases_stay_on_theirs()
    {
        await using var portal = await TestPortal.CreateAsync();
        var running = await portal.NotifyAsync();
        var newer = ShippedProcesses.Definitions()
            .Select(d => (d.Key, Json: d.Json.Replace("Xem báo việc", "Xem xét báo việc", StringComparison.Ordinal)))
            .ToList();
        await portal.TakeInAsync(newer);
        await portal.TakeInAsync(newer);

        var versions = await portal.ReadAsync(db =>
            db.DefinitionVersions.Where(v => v.DefinitionId == "field-trip").OrderBy(v => v.Version).ToListAsync());
        Assert.Equal([(1, true, false), (2, false, true)], versions.Select(v => (v.Version, v.IsPublished, v.IsLatest)));
        Assert.Equal("Xem báo việc", (await portal.OpenTaskAsync(await portal.NotifyAsync(), "review")).Title);

        await portal.ForceVersionAsync("field-trip", 2);
        Assert.Equal("Xem xét báo việc", (await portal.OpenTaskAsync(await portal.NotifyAsync(), "review")).Title);
        await portal.MustAsync(running, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal("field-trip-v1",
            await portal.ReadAsync(db => db.Instances.Where(i => i.CaseId == running).Select(i => i.DefinitionVersionId).SingleAsync()));
    }

    [Fact]
    public async Task E_T8_An_open_step_goes_to_the_new_lead_when_the_old_one_leaves()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        Assert.Equal([Trips.Lead], await AssigneesAsync(portal, id, "contact"));

        var tomorrow = VietnamTime.DayOf(portal.Now).AddDays(1);
        await portal.ReplaceLeadAsync("S33", tomorrow);
        await portal.TickAsync();
        Assert.Equal([Trips.Lead], await AssigneesAsync(portal, id, "contact"));

        portal.GoTo(tomorrow.ToDateTime(new TimeOnly(8, 0)));
        await portal.TickAsync();
        Assert.Equal(["S33"], await AssigneesAsync(portal, id, "contact"));
        Assert.Equal("Common.NotFound",
            (await portal.AnswerAsync(id, "contact", "S09", "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)))).Refusal?.Code);
        await portal.MustAsync(id, "contact", "S33", "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        Assert.Single(await portal.ReadAsync(db => db.Notifications
                .Where(n => n.PersonId == "S33" && n.CaseId == id && n.Kind == NotificationKind.TaskAssigned)
                .Select(n => n.Text)
                .ToListAsync()),
            t => t.InVietnamese().Contains("Liên hệ trước", StringComparison.Ordinal));
        Assert.Contains(
            "Task.Reassigned", await portal.ReadAsync(db => db.AuditEntries.Where(a => a.CaseId == id).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task E_T14_An_area_that_changes_its_group_leaves_the_trip_where_it_is_and_the_new_group_reads_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        var newLead = (await portal.Operations.ContextAsync(portal.Person(Trips.Lead)))
            .Directory.LeadOf("N01", VietnamTime.DayOf(portal.Now))!;
        Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(portal.Person(newLead), id)).Refusal?.Code);

        var tomorrow = VietnamTime.DayOf(portal.Now).AddDays(1);
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            var old = await o.Db.AreaAssignments.SingleAsync(a => a.AreaId == "A017" && a.ValidTo == null);
            old.ValidTo = tomorrow.AddDays(-1);
            var decision = new AssignmentDecision { Number = "87-QĐ/BTCTU", Date = tomorrow, SignerId = Trips.Head };
            o.Db.AssignmentDecisions.Add(decision);
            o.Db.AreaAssignments.Add(new AreaAssignment
            {
                AreaId = "A017",
                GroupId = "N01",
                ValidFrom = tomorrow,
                DecisionId = decision.Id
            });
            return Result.Ok;
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        portal.GoTo(tomorrow.ToDateTime(new TimeOnly(8, 0)));
        await portal.TickAsync();

        Assert.Equal([Trips.Leader], await AssigneesAsync(portal, id, "review"));
        Assert.Equal([Trips.Lead], await AssigneesAsync(portal, id, "contact"));
        var seen = await portal.Cases.FindAsync(portal.Person(newLead), id);
        Assert.True(seen.Value.HasContent);
        Assert.Empty(seen.Value.Open.SelectMany(t => t.Actions));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());

        // The page of the area names the new group, since when and by which decision, with the trip that is still on its way.
        var area = (await portal.Services.GetRequiredService<AreaQueries>().FindAsync(portal.Person(newLead), "A017"))!;
        Assert.All(area.Watchers, w => Assert.Equal((tomorrow, "87-QĐ/BTCTU"), (w.Since, w.DecisionNumber)));
        Assert.Contains(newLead, area.Watchers.Select(w => w.PersonId));
        Assert.Single(area.Open, c => c.Id == id);
    }

    [Fact]
    public async Task R_TRIP_05_An_overdue_report_is_shown_before_the_next_notice_only_when_that_is_switched_on()
    {
        await using var silent = await TestPortal.CreateAsync();
        await using var warned = await TestPortal.CreateAsync(("Trip.BlockAfterDays", "2"));
        foreach (var portal in new[] { silent, warned })
        {
            var id = await portal.ReadyAsync();
            portal.GoTo(Trips.Departs.AddMinutes(10));
            await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
            portal.GoTo(Trips.Returns.AddMinutes(10));
            await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
            portal.GoTo(new DateTime(2026, 10, 15, 9, 0, 0));
            Assert.Empty(await portal.Services.GetRequiredService<TripReports>().OverdueAsync(portal.Person(Trips.Member)));
            portal.GoTo(new DateTime(2026, 10, 19, 9, 0, 0));
        }

        Assert.Empty(await silent.Services.GetRequiredService<TripReports>().OverdueAsync(silent.Person(Trips.Member)));
        Assert.Equal("CT-2026/0001",
            Assert.Single(await warned.Services.GetRequiredService<TripReports>().OverdueAsync(warned.Person(Trips.Member))).CaseNumber);
        Assert.Empty(await warned.Services.GetRequiredService<TripReports>().OverdueAsync(warned.Person("S09")));
        await warned.NotifyAsync(Trips.Notice() with
        {
            DepartsAt = new DateTime(2026, 10, 26, 7, 30, 0),
            ReturnsAt = new DateTime(2026, 10, 26, 16, 30, 0),
            Programme = [Trips.Notice().Programme![0] with { Date = new DateOnly(2026, 10, 26) }]
        });
    }

    [Fact]
    public async Task X_03_Nothing_is_kept_of_a_draft_before_the_state_secret_question_and_no_content_after_a_yes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (actor, subject) = (portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        var form = FormInput.ToJson(Trips.Notice());
        form.Remove("secrecy");
        Assert.Equal("Secrecy.Unanswered", (await portal.Acts.SaveDraftAsync(actor, subject, "trip-notice", form, "when")).Refusal?.Code);
        Assert.Null(await portal.Acts.FindDraftAsync(actor, subject));

        form["secrecy"] = new JsonObject { ["containsStateSecret"] = true };
        Assert.True((await portal.Acts.SaveDraftAsync(actor, subject, "trip-notice", form, "when")).IsSuccess);
        var kept = (await portal.Acts.FindDraftAsync(actor, subject))!.Form;
        Assert.False(kept.ContainsKey("purpose"));
        Assert.True(kept.ContainsKey("areaIds"));
        Assert.Null(await portal.Acts.FindDraftAsync(portal.Person(Trips.Lead), subject));
    }

    [Fact]
    public async Task A_sent_form_takes_its_draft_with_it_in_the_same_commit_and_a_refused_one_leaves_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (actor, subject) = (portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        await portal.Acts.SaveDraftAsync(actor, subject, "trip-notice", FormInput.ToJson(Trips.Notice()), "when");
        Assert.False((await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = "" })).IsSuccess);
        Assert.NotNull(await portal.Acts.FindDraftAsync(actor, subject));
        await portal.NotifyAsync();
        Assert.Null(await portal.Acts.FindDraftAsync(actor, subject));
    }

    [Fact]
    public async Task A_key_does_its_request_once_and_is_kept_in_the_act_itself()
    {
        await using var portal = await TestPortal.CreateAsync();
        var key = new RequestKey("k-1", "hash");
        var notice = new Submission("Submit", FormInput.ToJson(Trips.Notice()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => portal.Acts.StartAsync(portal.Person(Trips.Member), "field-trip", notice, key)));
        Assert.Single(answers.Select(a => a.Value.Number).Distinct());
        Assert.Equal("Request.KeyTaken",
            (await portal.Acts.StartAsync(portal.Person(Trips.Member), "field-trip", notice, key with { RequestHash = "other" }))
                .Refusal
                ?.Code);
        Assert.Equal("CT-2026/0002", (await portal.Acts.StartAsync(portal.Person(Trips.Lead), "field-trip", notice, key)).Value.Number);

        portal.Clock.Advance(RequestKeys.Kept + TimeSpan.FromMinutes(1));
        await portal.TickAsync();
        Assert.Equal(0, await portal.ReadAsync(db => db.IdempotentAnswers.CountAsync()));
    }

    [Fact]
    public async Task A_restricted_case_is_neither_listed_nor_counted_for_who_may_not_know_of_it_and_lateness_can_be_listed()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        var late = new CaseFilter { Overdue = true };
        Assert.Equal(0, (await portal.Cases.ListAsync(portal.Person("S37"), late)).Total);
        portal.GoTo(Trips.Departs.AddDays(3));
        Assert.Equal(1, (await portal.Cases.ListAsync(portal.Person("S37"), late)).Total);
        Assert.Equal(0, (await portal.Cases.ListAsync(portal.Person("S09"), late)).Total);
    }

    private static async Task<List<string>> AssigneesAsync(TestPortal portal, Guid id, string step) =>
        [.. (await portal.OpenTaskAsync(id, step)).Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)];
}
