using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>Several steps at once with one comment: each is checked and reported on its own.</summary>
public class BulkDecisionTests
{
    [Fact]
    public async Task One_comment_settles_what_may_be_settled_and_says_for_each_of_the_others_why_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        var bulk = portal.Services.GetRequiredService<BulkDecisions>();
        var items = new List<BulkItem>();
        for (var i = 0; i < 3; i++)
        {
            var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Place = $"Điểm {i}" })).Value.CaseId;
            items.Add(new BulkItem((await portal.OpenTaskAsync(id, "review")).Id, 1));
        }

        // Somebody was first with the second; the third was seen in an older version.
        Assert.True((await portal.AnswerAsync(items[1].TaskId, Trips.Leader, "Return",
            Portal.Domain.Forms.FormInput.ToJson(Trips.Opinion("Bổ sung chương trình làm việc")))).IsSuccess);
        var leader = portal.Person(Trips.Leader);
        var outcomes = await bulk.DecideAsync(leader, [items[0], items[1], items[2] with { Version = 7 }, new BulkItem(Guid.NewGuid(), 1)],
            "AcknowledgeWithDirective", "Chú ý nắm tình hình chi bộ ghép");
        Assert.Equal(
            [null, "Common.ChangedMeanwhile", "Common.ChangedMeanwhile", "Common.NotFound"], outcomes.Select(o => o.Refusal?.Code));
        var decision = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.Action == "AcknowledgeWithDirective"));
        Assert.Equal("Chú ý nắm tình hình chi bộ ghép", decision.Opinion);
    }

    [Fact]
    public async Task Only_outcomes_that_all_chosen_steps_allow_are_offered_and_only_to_who_may_take_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        var bulk = portal.Services.GetRequiredService<BulkDecisions>();
        var trip = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value.CaseId;
        var meeting = await portal.RegisterAsync();
        await portal.MustAsync(meeting, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        Guid[] tasks = [(await portal.OpenTaskAsync(trip, "review")).Id, (await portal.OpenTaskAsync(meeting, "consent")).Id];
        Assert.Equal(["Acknowledge", "AcknowledgeWithDirective", "Return"],
            (await bulk.ActionsAsync(portal.Person(Trips.Leader), tasks[..1])).Select(a => a.Key));
        var common = Assert.Single(await bulk.ActionsAsync(portal.Person(Trips.Leader), tasks));
        Assert.Equal(("Return", true), (common.Key, common.CommentRequired));
        Assert.Empty(await bulk.ActionsAsync(portal.Person(Trips.Member), tasks));

        // A reason that is missing is said for each; nothing is settled.
        var items = tasks.Select(t => new BulkItem(t, 1)).ToList();
        Assert.All(await bulk.DecideAsync(portal.Person(Trips.Leader), items, "Return", ""),
            o => Assert.Equal("Common.Invalid", o.Refusal!.Code));
        Assert
            .All(await bulk.DecideAsync(portal.Person(Trips.Member), items, "Return", "Bổ sung thông tin"), o => Assert.NotNull(o.Refusal));
        Assert.All(await bulk.DecideAsync(portal.Person(Trips.Leader), items, "Decline", "Không cần thiết trong tháng này"),
            o => Assert.Equal("Common.Forbidden", o.Refusal!.Code));
        Assert.All(await bulk.DecideAsync(portal.Person(Trips.Leader), items, "Return", "Bổ sung thông tin"), o => Assert.Null(o.Refusal));
        Assert.Equal(0, await portal.ReadAsync(db => db.UserTasks.CountAsync(t => tasks.Contains(t.Id) && t.State == UserTaskState.Open)));
    }

    [Fact]
    public async Task The_collective_passes_several_areas_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        var ids = new[] { await portal.AreaCaseAsync(cycle), await portal.AreaCaseAsync(cycle, "A018") };
        foreach (var id in ids)
        {
            await portal.PassedOnAsync(id, Reviews.Nothing());
        }

        await portal.DossierAsync(cycle);
        var items = await portal.ReadAsync(db => db.UserTasks
            .Where(t => t.StepId == "collective" && t.State == UserTaskState.Open)
            .Select(t => new BulkItem(t.Id, t.Version))
            .ToListAsync());
        var outcomes = await portal.Services.GetRequiredService<BulkDecisions>()
            .DecideAsync(portal.Person(Reviews.Head), items, "Pass", "Thống nhất với đề xuất");
        Assert.Equal([null, null], outcomes.Select(o => o.Refusal?.Code));
        Assert.Equal(Enumerable.Repeat("Thống nhất với đề xuất", 2),
            await portal.ReadAsync(db => db.Decisions.Where(d => d.Action == "Pass").Select(d => d.Opinion).ToListAsync()));
    }
}
