using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Processes;

/// <summary>
/// nobody decides on what they asked for, or had asked for in their place, whoever lends them the right. The steps are those at
/// which leaders decide, of every process.
/// </summary>
public class OwnMatterTests
{
    /// <summary>Of no group of the case, and no leader.</summary>
    private const string Substitute = "S14";

    public static TheoryData<string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string>();
            // A matter that is followed is with its author; what leaders decide there beside it: AreaIssueTests.
            foreach (var (process, step) in DirectiveRoads.All.Keys.Where(k => k != (Issues.Process, "monitor")))
            {
                steps.Add(process, step);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Who_asked_for_it_takes_no_main_outcome_in_the_deciders_place(string process, string step)
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await DirectiveRoads.All[(process, step)](portal);
        var task = await portal.OpenTaskAsync(id, step);
        var requesters = (await CaseAsync(portal, id)).RequestersOf(task.Item);
        Assert.NotEmpty(requesters);
        foreach (var decider in task.Assignees.Where(a => a is { IsOpen: true, IsOptional: false }).Select(a => a.PersonId))
        {
            Assert.DoesNotContain(decider, requesters);
            foreach (var requester in requesters)
            {
                await DirectiveRoads.LendAsync(portal, decider, requester, "");
            }
        }

        foreach (var requester in requesters)
        {
            var found = await portal.Cases.FindTaskAsync(portal.Person(requester), task.Id);
            Assert.DoesNotContain(found.IsSuccess ? found.Value.Task.Actions : [], a => !a.IsOptional);
            foreach (var outcome in (await SpecAsync(portal, task)).Actions.Where(a => !a.IsOptional).Select(a => a.Key))
            {
                Assert.False((await portal.AnswerAsync(task.Id, requester, outcome, FormInput.ToJson(Trips.Opinion("Đồng ý như vậy"))))
                    .IsSuccess);
            }
        }
    }

    [Fact]
    public async Task Who_sent_the_plan_for_the_lead_does_not_acknowledge_it_for_the_leader_and_neither_does_the_lead()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Lead, Substitute, "");
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Substitute, "");
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Trips.Lead, "");
        var id = await portal.OpenPlanAsync();
        await portal.MustAsync(id, "draft", Substitute, "Submit", Plans.Plan());
        foreach (var person in new[] { Substitute, Trips.Lead })
        {
            Assert.False((await portal.AnswerAsync(id, "review", person, "Acknowledge", Plans.Opinion())).IsSuccess);
        }

        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Plans.Opinion());
    }

    [Fact]
    public async Task Who_nominated_consents_in_nobodys_place_and_who_reported_accepts_no_report()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Trips.Lead, "");
        var meeting = await portal.RegisterAsync();
        await portal.MustAsync(meeting, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes());
        Assert.False((await portal.AnswerAsync(meeting, "consent", Trips.Lead, "Consent", MeetingRoad.Consent())).IsSuccess);
        await portal.MustAsync(meeting, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());

        await DirectiveRoads.LendAsync(portal, Trips.Leader, Substitute, "");
        await DirectiveRoads.LendAsync(portal, Trips.Lead, Substitute, "");
        var task = await TaskForLeadAsync(portal);
        var report = new LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã rà soát xong, có danh sách kèm theo" };
        await portal.MustAsync(task, "work", Substitute, "Report", report);
        Assert.Equal(
            "Task.OwnRequest", (await portal.AnswerAsync(task, "review", Substitute, "AcceptReport", new { })).Refusal?.Code);
        await portal.MustAsync(task, "review", Trips.Leader, "AcceptReport", new { });
    }

    private static async Task<Guid> TaskForLeadAsync(TestPortal portal)
    {
        var started = await portal.StartAsync("leader-task", Trips.Leader, new LeaderTaskInput
        {
            Secrecy = SecrecyGate.No,
            Content = "Rà soát quy hoạch cán bộ của địa bàn",
            AssigneeId = Trips.Lead,
            Due = new DateOnly(2026, 10, 12),
        });
        Assert.True(started.IsSuccess, started.Refusal?.ToString());
        await portal.MustAsync(started.Value.CaseId, "accept", Trips.Lead, "Accept", new { });
        return started.Value.CaseId;
    }

    private static async Task<UserTaskSpec> SpecAsync(TestPortal portal, UserTask task) =>
        (await portal.Cases.FindTaskAsync(portal.Person(task.Assignees[0].PersonId), task.Id)).Value.Task.Spec;

    private static Task<Case> CaseAsync(TestPortal portal, Guid id) => portal.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == id));
}
