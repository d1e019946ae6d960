using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>Steps that several people answer, comments that an outcome demands, and fields that an administrator added.</summary>
public class SeveralAnswersTests
{
    [Fact]
    public async Task Everybody_is_asked_and_the_outcome_most_gave_counts()
    {
        await using var portal = await StartedAsync("""{"mode":"All"}""");
        var (id, task) = await AskAsync(portal);
        Assert.True((await VoteAsync(portal, task, "S11", "Agree")).IsSuccess);
        Assert.Equal("Common.Forbidden", (await VoteAsync(portal, task, "S11", "Refuse", "đổi ý")).Refusal?.Code);
        Assert.Equal(["S31", "S33"], await WaitingForAsync(portal, id));
        Assert.DoesNotContain(task, (await portal.Tasks.InboxAsync(portal.Person("S11"), new())).Rows.Select(r => r.Id));
        Assert.True((await VoteAsync(portal, task, "S31", "Refuse", "Chưa đủ căn cứ")).IsSuccess);
        Assert.Equal(["vote"], await portal.OpenStepsAsync(id));
        Assert.True((await VoteAsync(portal, task, "S33", "Agree")).IsSuccess);
        Assert.Equal(["agreed"], await portal.OpenStepsAsync(id));
        Assert.Equal(3, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.TaskId == task)));
    }

    [Fact]
    public async Task Enough_of_them_settle_it_and_the_rest_need_not_answer()
    {
        await using var portal = await StartedAsync("""{"mode":"Enough","count":2}""");
        var (id, task) = await AskAsync(portal);
        await VoteAsync(portal, task, "S11", "Refuse", "Chưa đủ căn cứ");
        await VoteAsync(portal, task, "S33", "Refuse", "Chưa đủ căn cứ");
        Assert.Equal(["refused"], await portal.OpenStepsAsync(id));
        Assert.Equal("Common.ChangedMeanwhile", (await VoteAsync(portal, task, "S31", "Agree")).Refusal?.Code);
    }

    [Fact]
    public async Task All_at_the_same_moment_count_all()
    {
        await using var portal = await StartedAsync("""{"mode":"All"}""");
        var (id, task) = await AskAsync(portal);
        var votes = await Task.WhenAll(new[] { "S11", "S31", "S33" }.Select(p => VoteAsync(portal, task, p, "Agree")));
        Assert.All(votes, v => Assert.True(v.IsSuccess, v.Refusal?.Code));
        Assert.Equal(["agreed"], await portal.OpenStepsAsync(id));
        Assert.Equal(3, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.TaskId == task)));
    }

    [Fact]
    public async Task X_10_An_outcome_that_demands_a_reason_is_refused_without_one()
    {
        await using var portal = await StartedAsync("""{"mode":"One"}""");
        var (id, task) = await AskAsync(portal);
        var without = await VoteAsync(portal, task, "S11", "Refuse", "  ");
        Assert.Equal(("reason", "Common.ReasonRequired"), (without.Refusal!.Fields[0].Path, without.Refusal.Fields[0].Code));
        Assert.True((await VoteAsync(portal, task, "S11", "Refuse", "Chưa đủ căn cứ")).IsSuccess);
        Assert.Equal(["refused"], await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task Fields_an_administrator_added_are_checked_and_kept()
    {
        await using var portal = await StartedAsync("""{"mode":"One"}""",
            """
            [{"name":"soNguoi","label":"Số người","kind":"number","required":true},
             {"name":"hinhThuc","label":"Hình thức","kind":"choice","options":["Trực tiếp","Văn bản"]}]
            """);
        var (id, task) = await AskAsync(portal);
        async Task<Result<Receipt>> Send(JsonObject? extra) =>
            await portal.Acts.CompleteAsync(portal.Person("S11"), task, new Submission("Agree", [], extra));
        foreach (var wrong in new JsonObject?[] { null, [], new() { ["soNguoi"] = "ba" }, new() { ["soNguoi"] = 3, ["hinhThuc"] = "Khác" },
            new() { ["soNguoi"] = 3, ["la"] = 1 } })
        {
            Assert.Equal("Common.Invalid", (await Send(wrong)).Refusal?.Code);
        }

        Assert.True((await Send(new() { ["soNguoi"] = 3, ["hinhThuc"] = "Văn bản" })).IsSuccess);
        Assert.Contains("Văn bản",
            await portal.ReadAsync(db => db.Submissions.Where(s => s.TaskId == task).Select(s => s.ExtraJson).SingleAsync()),
            StringComparison.Ordinal);
        Assert.Equal(["agreed"], await portal.OpenStepsAsync(id));
    }

    private static async Task<TestPortal> StartedAsync(string answers, string? fields = null)
    {
        var portal = await TestPortal.CreateAsync([new PollProcess()]);
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            await BaseSeed.TakeInDefinitionsAsync(o.Db, [("poll", PollProcess.Definition(answers, fields))], o.Context.Now);
            return Result.Ok;
        });
        return portal;
    }

    private static async Task<(Guid Case, Guid Task)> AskAsync(TestPortal portal)
    {
        var started = await portal.Acts.StartAsync(portal.Person("S11"), "poll", new Submission("Submit", []));
        Assert.True(started.IsSuccess, started.Refusal?.Code);
        return (started.Value.CaseId, started.Value.Waiting[0].TaskId);
    }

    private static Task<Result<Receipt>> VoteAsync(TestPortal portal, Guid task, string person, string action, string? reason = null) =>
        portal.AnswerAsync(task, person, action, reason is null
            ? []
            : new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No), ["reason"] = reason });

    private static async Task<IEnumerable<string>> WaitingForAsync(TestPortal portal, Guid id) =>
        (await portal.OpenTaskAsync(id, "vote")).Assignees.Where(a => a.IsOpen).Select(a => a.PersonId).Order(StringComparer.Ordinal);
}
