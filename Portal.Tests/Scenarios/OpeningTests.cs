using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Tests.Scenarios;

/// <summary>The ways in which cases come to be that no process of today uses yet, or not alone.</summary>
public class OpeningTests
{
    [Fact]
    public async Task The_end_of_a_case_opens_one_of_another_kind()
    {
        var follows = new OpenedByEvent(CaseEvents.Ended,
            e =>
                e.Source!.Case.ProcessKey == "first"
                    ? [new NewCase(new CasePlace(e.Source!.Case.GroupId, ["A017"])) { Title = LocalText.Typed("Việc sau") }]
                    : []);
        await using var portal = await WithAsync(new PollProcess("first"), new PollProcess("then", follows));
        var done = (await portal.Operations.RunAsync(
            portal.Person("S11"), o => o.Cases.StartAsync("first", new Submission("Submit", []), o.Context))).Value;
        Assert.Equal("Finished", done.Status);
        var next = await portal.ReadAsync(db => db.Cases.Include(c => c.Areas).SingleAsync(c => c.ProcessKey == "then"));
        Assert.Equal((done.CaseId, "N03", "A017"), (next.ParentId, next.GroupId, next.Areas[0].AreaId));

        // Nobody has filled anything in yet: its first step waits.
        Assert.Equal(["ask"], await portal.OpenStepsAsync(next.Id));
        Assert.Equal("Process.NotByHand",
            (await portal.Operations.RunAsync(
                portal.Person("S11"), o => o.Cases.StartAsync("then", new Submission("Submit", []), o.Context))).Refusal?.Code);
    }

    [Fact]
    public async Task A_process_whose_end_opens_itself_for_ever_is_refused_and_leaves_nothing()
    {
        var again =
            new OpenedByEvent(CaseEvents.Ended, e => [new NewCase(new CasePlace("N03", [])) { First = new Submission("Submit", []) }]);
        await using var portal = await WithAsync(new PollProcess("first", PollProcess.ByHand, again));
        var refused = await portal.Operations.RunAsync(
            portal.Person("S11"), o => o.Cases.StartAsync("first", new Submission("Submit", []), o.Context));
        Assert.Equal("Process.TooDeep", refused.Refusal?.Code);
        Assert.Empty(await portal.ReadAsync(db => db.Cases.ToListAsync()));
    }

    [Theory]
    [InlineData(CalendarOwner.Group)]
    [InlineData(CalendarOwner.Area)]
    [InlineData(CalendarOwner.Committee)]
    public async Task The_calendar_opens_one_for_each_owner_and_period_and_none_twice(CalendarOwner owner)
    {
        var monthly = new OpenedByCalendar(owner, c => [new DateOnly(c.Today.Year, c.Today.Month, 1)], (_, _, _) => null);
        await using var portal = await WithAsync(new PollProcess("monthly", monthly));
        var calendar = portal.Services.GetRequiredService<CalendarOpenings>();
        var owners = monthly.Owners(await portal.Operations.ContextAsync(Actor.System, portal.Now));
        Assert.Equal(owner == CalendarOwner.Committee, owners.Count == 1);
        Assert.True(await calendar.OpenDueAsync() >= owners.Count);
        Assert.Equal(0, await calendar.OpenDueAsync());
        Assert.Equal(owners.Count, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ProcessKey == "monthly")));
        portal.GoTo(portal.Local.AddMonths(1));
        Assert.True(await calendar.OpenDueAsync() >= owners.Count);
        var occasions = await portal.ReadAsync(db => db.Cases.Where(c => c.ProcessKey == "monthly").Select(c => c.Occasion).ToListAsync());
        Assert.Equal(2 * owners.Count, occasions.Distinct().Count());
        Assert.All(occasions, o => Assert.Contains(OpenedByCalendar.Parse(o)!.Value.Owner, owners));
    }

    // Its one step ends it.
    private static async Task<TestPortal> WithAsync(params PollProcess[] processes)
    {
        var portal = await TestPortal.CreateAsync([.. processes]);
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            await BaseSeed.TakeInDefinitionsAsync(o.Db, [.. processes.Select(p => (p.Key, OneStep(p.Key)))], o.Context.Now);
            return Result.Ok;
        });
        return portal;
    }

    private static string OneStep(string key) => $$$"""
        {"id":"{{{key}}}-v1","definitionId":"{{{key}}}","name":"{{{key}}}","version":1,"toolVersion":"3.8.0.0",
        "root":{"id":"flow","nodeId":"W:flow","name":"flow","type":"Elsa.Flowchart","version":1,"start":"start","activities":[
        {"id":"start","nodeId":"W:flow:start","name":"start","type":"Elsa.Start","version":1},
        {"id":"ask","nodeId":"W:flow:ask","name":"ask","type":"Portal.UserTask","version":1,
        "title":{"typeName":"String","expression":{"type":"Literal","value":"Việc"}},
        "assignment":{"typeName":"Object","expression":{"type":"Object","value":"[\"initiator\",\"head\"]"}},
        "actionDefinitions":{"typeName":"Object","expression":{"type":"Object","value":"[{\"key\":\"Submit\"}]"}}
        }],
        "connections":[{"source":{"activity":"start","port":"Done"},"target":{"activity":"ask","port":"In"}}]
        }}
        """;
}
