using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>X-09: what is for the head alone is lent only when the head says so, also what an earlier release has opened.</summary>
public class HeadOnlyTests
{
    private const string Substitute = "L3";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_for_the_head_alone_goes_to_a_substitute_only_when_the_head_says_so(bool isLent)
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = (await portal.StartAsync("review-suggestion-annual", Reviews.Coordinator, Reviews.Cycle("A017"))).Value.CaseId;
        var today = VietnamTime.DayOf(portal.Now);
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            var grant = new DelegationGrant
            {
                PrincipalId = Reviews.Head,
                DelegateId = Substitute,
                IncludesRestricted = true,
                IncludesHeadOnly = isLent,
                GrantedOn = today,
                ValidFrom = today,
                ValidTo = today.AddDays(7),
            };
            o.Db.Delegations.Add(grant);
            return Task.FromResult(grant.Accept(Substitute, o.Context.Now));
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();

        // As an earlier release left it; the next look after the organisation says it anew.
        await portal.DamageAsync("UPDATE UserTasks SET IsForHeadAlone = 0");
        await portal.TickAsync();
        var task = await portal.OpenTaskAsync(cycle, "approve");
        Assert.True(task.IsForHeadAlone);
        Assert.Equal(
            isLent,
            (await portal.Tasks.InboxAsync(portal.Person(Substitute), new TaskFilter())).Rows.Any(r => r.Id == task.Id));
        var answered = await portal.AnswerAsync(cycle, "approve", Substitute, "OpenCycle", Trips.Opinion());
        Assert.Equal(isLent, answered.IsSuccess);
        Assert.Equal(
            isLent ? UserTaskState.Completed : UserTaskState.Open,
            await portal.ReadAsync(db => db.UserTasks.Where(t => t.Id == task.Id).Select(t => t.State).SingleAsync()));
    }
}
