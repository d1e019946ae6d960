using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Tasks;

namespace Portal.Tests.Scenarios;

/// <summary>Đ7.B.1: who of a group has what until when, and the lead moves what its members share.</summary>
public class GroupWorkTests
{
    [Fact]
    public async Task The_board_is_for_the_group_its_leader_and_the_head_and_names_whose_each_step_is()
    {
        await using var portal = await TestPortal.CreateAsync();
        var report = await portal.OpenReportAsync();
        await portal.CallMeetingAsync();
        foreach (var (person, sees) in new[]
        {
            (Trips.Lead, true), (Trips.Member, true), (Trips.Leader, true), (Trips.Head, true), ("S10", false), ("L3", false),
            ("S37", false),
        })
        {
            var board = await BoardAsync(portal, person);
            Assert.True(sees == board is not null, $"{person} sees the board: {board is not null}");
        }

        var rows = (await BoardAsync(portal, Trips.Member))!.Rows;
        var shared = rows.First(r => r.StepId == "draft");
        Assert.True(shared.PersonId is null && shared.People.Count > 1 && shared.People.Contains(Trips.Member));
        Assert.Equal(Trips.Lead, rows.Single(r => r.StepId == "minutes").PersonId);
        Assert.DoesNotContain((await BoardAsync(portal, Trips.Member, new TaskFilter { ProcessKey = GroupMeetings.Process }))!.Rows,
            r => r.StepId == "draft");
        Assert.NotEqual(Guid.Empty, report);
    }

    /// <summary>X-02: of what is about something Restricted, only who reads that and whose step it is.</summary>
    [Fact]
    public async Task What_is_about_something_restricted_is_on_the_board_of_who_reads_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RecordMeetingAsync(GroupMeetings.Minutes(GroupMeetings.Work()) with { ConcernsPersonnel = true });
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        foreach (var (person, sees) in new[]
        {
            (Trips.Lead, true), (Trips.Member, true), (Trips.Leader, true), (Trips.Head, true), ("S33", false),
        })
        {
            var rows = (await BoardAsync(portal, person))!.Rows;
            Assert.True(sees == rows.Any(r => r.CaseNumber == number), $"{person} has {number} on the board: {!sees}");
        }
    }

    /// <summary>The lead, also where one has taken it; no other member, no other lead, and never what leaders have.</summary>
    [Fact]
    public async Task The_lead_moves_what_members_share_and_nobody_else_does()
    {
        await using var portal = await TestPortal.CreateAsync();
        var report = await portal.OpenReportAsync();
        var task = (await portal.OpenTaskAsync(report, "draft")).Id;
        var acts = portal.Services.GetRequiredService<TaskActs>();
        Assert.True((await acts.TakeAsync(portal.Person(Trips.Member), task)).IsSuccess);
        var why = new Remark("Đồng chí đi công tác dài ngày", HoldsNoSecret: true);
        foreach (var other in new[] { "S33", "S10", Trips.Leader, Trips.Head })
        {
            Assert.False((await acts.HandOverAsync(portal.Person(other), task, "S33", why)).IsSuccess, other);
        }

        foreach (var to in new[] { Trips.Member, Trips.Leader, "S10" })
        {
            var refused = await acts.HandOverAsync(portal.Person(Trips.Lead), task, to, why);
            Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "personId", Code: "Task.CannotHandOver" });
        }

        var empty = await acts.HandOverAsync(portal.Person(Trips.Lead), task, "", why with { Text = " " });
        Assert.Equal(["personId", "reason"], empty.Refusal!.Fields.Where(f => f.Code == "Common.Required").Select(f => f.Path));
        Assert.True((await acts.HandOverAsync(portal.Person(Trips.Lead), task, "S33", why)).IsSuccess);
        Assert.Equal("S33", (await BoardAsync(portal, Trips.Lead))!.Rows.Single(r => r.TaskId == task).PersonId);
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(n =>
            n.PersonId == "S33" && n.CaseId == report && n.Kind == NotificationKind.TaskAssigned)));
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(n =>
            n.PersonId == Trips.Member && n.TaskId == task && n.Kind == NotificationKind.Changed)));

        await portal.MustAsync(report, "draft", "S33", "Submit", AreaReports.Report());
        await portal.MustAsync(report, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        var decision = (await portal.OpenTaskAsync(report, "review")).Id;
        Assert.Equal("Common.Forbidden", (await acts.HandOverAsync(portal.Person(Trips.Lead), decision, Trips.Head, why)).Refusal!.Code);
    }

    private static Task<Page<GroupWorkRow>?> BoardAsync(TestPortal portal, string person, TaskFilter? filter = null) =>
        portal.Services.GetRequiredService<GroupWork>().BoardAsync(portal.Person(person), "N03", filter ?? new TaskFilter());
}
