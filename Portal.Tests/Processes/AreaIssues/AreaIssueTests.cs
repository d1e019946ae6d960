using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>S-03 from the form to the end of its case, over a real database.</summary>
public class AreaIssueTests
{
    [Fact]
    public async Task A_matter_is_reported_noted_followed_and_closed_and_is_Restricted_from_its_first_moment()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportIssueAsync();
        Assert.Equal(
            Sensitivity.Restricted, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Sensitivity).SingleAsync()));
        await portal.MustAsync(id, "consider", Trips.Leader, "Acknowledge", Issues.Opinion());
        await portal.MustAsync(id, "monitor", Trips.Member, "AddUpdate", Issues.Update());
        await portal.MustAsync(id, "monitor", Trips.Leader, "Close", Issues.Opinion("Việc đã ổn định, không còn đơn thư"));
        Assert.Equal(CaseState.Closed, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
    }

    /// <summary>Accept if: saving with one of the three flags and without the head among the addressees is impossible.</summary>
    [Fact]
    public async Task With_a_flag_the_head_has_it_at_once_and_nobody_else_can_settle_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var report in new[]
        {
            Issues.Report() with { DemocraticCentralism = true }, Issues.Report() with { LeadershipUnity = true },
            Issues.Report() with { PersonnelOfStandingCommittee = true },
        })
        {
            var id = await portal.ReportIssueAsync(report);
            var holders = await portal.ReadAsync(db => db.UserTasks.Where(t => t.CaseId == id && t.StepId == "headConsider")
                .SelectMany(t => t.Assignees.Select(a => a.PersonId)).ToListAsync());
            Assert.Contains(Trips.Head, holders);
            Assert.DoesNotContain(Trips.Leader, holders);
            Assert.NotEmpty(await portal.ReadAsync(db =>
                db.Notifications
                    .Where(n => n.CaseId == id && n.PersonId == Trips.Head && n.Kind == NotificationKind.ForHead)
                    .ToListAsync()));
        }
    }

    [Fact]
    public async Task A_flag_that_comes_later_takes_it_from_the_leader_to_the_head()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportIssueAsync();
        await portal.MustAsync(id, "consider", Trips.Lead, "AddUpdate", Issues.Update() with { LeadershipUnity = true });
        Assert.Equal(
            ["headConsider"],
            await portal.ReadAsync(db => db.UserTasks.Where(t => t.CaseId == id && t.State == Portal.Workflows.Runtime.UserTaskState.Open)
                .Select(t => t.StepId).ToListAsync()));
        await portal.MustAsync(id, "headConsider", Trips.Head, "Close", Issues.Opinion("Đã xử lý xong theo đề xuất"));
    }

    /// <summary>Đ5.3: what a trip raised is a case of its own when the trip has ended, one each, by who reported it.</summary>
    [Fact]
    public async Task What_a_trip_raised_opens_one_case_each_for_the_leader_or_the_head()
    {
        await using var portal = await TestPortal.CreateAsync();
        var trip = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(trip, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(trip, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var raised = new AreaIssueInput
        {
            AreaId = "A017",
            Category = IssueCategory.Negativity,
            Facts = "Sự việc thứ nhất",
            ProposedSolution = "Nhắc nhở",
        };
        await portal.MustAsync(trip, "result", Trips.Member, "Submit", Trips.Result() with
        {
            Issues = [raised, raised with { Facts = "Sự việc thứ hai", LeadershipUnity = true }],
        });
        Assert.Empty(await portal.ReadAsync(db => db.Set<AreaIssue>().ToListAsync()));
        await portal.MustAsync(trip, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());

        var issues = await portal.ReadAsync(db => db.Set<AreaIssue>().OrderBy(i => i.SourceIndex).ToListAsync());
        Assert.Equal(
            [(trip, 1, Trips.Member), (trip, 2, Trips.Member)],
            issues.Select(i => (i.SourceCaseId!.Value, i.SourceIndex!.Value, i.AuthorId)));
        var ids = issues.ConvertAll(i => i.CaseId);
        var open = await portal.ReadAsync(db =>
            db.UserTasks.Where(t => ids.Contains(t.CaseId)).Select(t => new { t.CaseId, t.StepId }).ToListAsync());
        Assert.Equal(["consider"], open.Where(t => t.CaseId == issues[0].CaseId).Select(t => t.StepId));
        Assert.Equal(["headConsider"], open.Where(t => t.CaseId == issues[1].CaseId).Select(t => t.StepId));
        Assert.True((await portal.Cases.FindAsync(portal.Person(Trips.Member), issues[0].CaseId)).IsSuccess);
        Assert.False((await portal.Cases.FindAsync(portal.Person("S33"), issues[0].CaseId)).IsSuccess);

        // Whoever is to settle it reads what was told, by whom, and nobody else does.
        foreach (var (issue, words, reader) in new[]
        {
            (issues[0], "Sự việc thứ nhất", Trips.Leader), (issues[1], "Sự việc thứ hai", Trips.Head),
        })
        {
            var told = Assert.Single((await portal.Cases.FindAsync(portal.Person(reader), issue.CaseId)).Value.Submissions);
            Assert.Equal((true, Trips.Member), (told.IsRestricted, told.PersonId));
            Assert.Contains(words, told.Form!.ToJsonString(FormInput.Json), StringComparison.Ordinal);
        }

        await portal.MustAsync(issues[0].CaseId, "consider", Trips.Leader, "Acknowledge", Issues.Opinion());
        await portal.MustAsync(issues[0].CaseId, "monitor", Trips.Member, "AddUpdate", Issues.Update());
    }

    /// <summary>R-RPT-04 [Q]: a delegation does not pass it on unless the head said so, on no step and by no outcome.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_stands_in_for_the_head_settles_it_only_where_the_head_lent_what_is_the_heads_alone(bool isLent)
    {
        await using var portal = await TestPortal.CreateAsync();
        var today = VietnamTime.DayOf(portal.Now);
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            var grant = new DelegationGrant
            {
                PrincipalId = Trips.Head,
                DelegateId = "S06",
                IncludesRestricted = true,
                IncludesHeadOnly = isLent,
                GrantedOn = today,
                ValidFrom = today,
                ValidTo = today.AddDays(7),
            };
            o.Db.Delegations.Add(grant);
            return Task.FromResult(grant.Accept("S06", o.Context.Now));
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
        var id = await portal.ReportIssueAsync(Issues.Report(isFlagged: true));
        var words = Issues.Opinion("Đã xem xét, giao nhóm theo dõi");
        foreach (var outcome in new[] { "AskToClarify", "Close", "AcknowledgeWithDirective", "Acknowledge" })
        {
            if (!isLent)
            {
                Assert.False((await portal.AnswerAsync(id, "headConsider", "S06", outcome, words)).IsSuccess, outcome);
            }
        }

        Assert.Equal(isLent, (await portal.AnswerAsync(id, "headConsider", "S06", "Acknowledge", words)).IsSuccess);
        if (!isLent)
        {
            await portal.MustAsync(id, "headConsider", Trips.Head, "Acknowledge", words);
        }

        foreach (var outcome in new[] { "AcknowledgeWithDirective", "Close" })
        {
            Assert.Equal(isLent, (await portal.AnswerAsync(id, "monitor", "S06", outcome, words)).IsSuccess);
        }
    }

    /// <summary>X-08: whoever reported it settles nothing of it in the leader's place, on no step and by no outcome.</summary>
    [Fact]
    public async Task Its_author_decides_nothing_of_it_in_the_leaders_place()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportIssueAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Trips.Member, "");
        var words = Issues.Opinion("Đã xem xét, giao nhóm theo dõi");
        foreach (var outcome in new[] { "Acknowledge", "AcknowledgeWithDirective", "AskToClarify", "ForwardToHead", "Close" })
        {
            Assert.False((await portal.AnswerAsync(id, "consider", Trips.Member, outcome, words)).IsSuccess, outcome);
        }

        await portal.MustAsync(id, "consider", Trips.Leader, "Acknowledge", words);
        foreach (var outcome in new[] { "AcknowledgeWithDirective", "Close" })
        {
            Assert.False((await portal.AnswerAsync(id, "monitor", Trips.Member, outcome, words)).IsSuccess, outcome);
        }
    }
}
