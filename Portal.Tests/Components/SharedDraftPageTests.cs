using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Features.Tasks;
using Portal.Web.Operations.Cases;

namespace Portal.Tests.Components;

/// <summary>The page of a colleague who writes in somebody's draft .</summary>
public sealed class SharedDraftPageTests : ScreenTests
{
    [Fact]
    public async Task R_ORG_06_A_day_after_the_end_of_its_area_is_warned_of_there_too()
    {
        var id = await Portal.OpenPlanAsync();
        var subject = CaseActs.TaskSubject((await Portal.OpenTaskAsync(id, "draft")).Id, "");
        var form = FormInput.ToJson(Plans.Plan(Plans.Item(20)));
        Assert.True((await Portal.Acts.SaveDraftAsync(Portal.Person(Trips.Lead), subject, PlanForms.Plan.Key, form, "", new JsonObject()))
            .IsSuccess);
        var shared = Portal.Services.GetRequiredService<CoAuthors>();
        Assert.True((await shared.InviteAsync(Portal.Person(Trips.Lead), subject, Trips.Member)).IsSuccess);
        var invitation = Assert.Single(await shared.MineAsync(Portal.Person(Trips.Member))).Invitation.Id;
        await Portal.MustChangeAsync("area-end", "A017",
            new EndInput { Last = new DateOnly(2026, 10, 12), Reason = "Theo quyết định của Ban" });
        var page = Render<SharedDraftPage>(p => p.Add(x => x.Id, invitation));
        page.WaitForAssertion(() => Assert.Contains(
            "12/10/2026", page.Find("[data-testid=warning]").TextContent, StringComparison.Ordinal));
    }
}
