using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Areas;
using Portal.Web.Processes.Reviews;

namespace Portal.Tests.Scenarios;

/// <summary>The page of an area: who watches it is known to all, what happens there to those whose area it is.</summary>
public class AreaPageTests
{
    [Fact]
    public async Task Who_watches_an_area_by_which_decision_and_what_is_open_there_as_far_as_one_may_know()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice());
        var cycle = await portal.CycleAsync();
        await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle), Reviews.Nothing(QualityRating.Completed));
        var areas = portal.Services.GetRequiredService<AreaQueries>();
        var reviews = portal.Services.GetRequiredService<ReviewCycles>();

        var own = (await areas.FindAsync(portal.Person(Trips.Member), "A017"))!;
        Assert.Equal(("N03", Trips.Leader, true), (own.GroupId, own.LeaderId, own.ReadsContent));
        Assert.Equal(Trips.Lead, own.Watchers.First(w => w.IsLead).PersonId);
        Assert.All(own.Watchers, w => Assert.True(w.DecisionNumber.Length > 0 && w.Since is not null));
        Assert.Equal(["CT-2026/0001", "GY-2026/0001"], own.Open.Select(c => c.Number).Order());
        Assert.Equal(QualityRating.Completed, Assert.Single(await reviews.RatingsAsync(portal.Person(Trips.Member), "A017")).Proposed);
        Assert.Single(own.Calendar);

        var stranger = (await areas.FindAsync(portal.Person("S27"), "A017"))!;
        Assert.Equal(own.Watchers, stranger.Watchers);
        Assert.False(stranger.ReadsContent);
        Assert.Equal(
            0, stranger.Open.Count + stranger.Calendar.Count + stranger.Contacts.Count + stranger.Log.Count);
        Assert.Empty(await reviews.RatingsAsync(portal.Person("S27"), "A017"));
        Assert.Null(await areas.FindAsync(portal.Person(Trips.Member), "không-có"));
        Assert.Contains(await areas.ListAsync(portal.Person("S27"), "bau noi"), a => a.Area.Id == "A017");
    }
}
