using Portal.Domain.FieldTrips;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Incidents;

namespace Portal.Tests.Scenarios;

/// <summary>A fault in a definition never loses a case: it is shown to the administrators, who mend it, and goes when it has come to
/// nothing.</summary>
public class IncidentTests
{
    private const string Administrator = "S06";

    [Fact]
    public async Task A_fault_in_a_definition_keeps_the_case_and_an_administrator_mends_it_by_jump_or_gives_it_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DamagedTrip.MakeAsync(
            portal, "return getInput('Cleared') === true && getInput('Contacted') === true;", "return noSuchThing();");
        var (jumped, ended) = (await FaultyAsync(portal), await FaultyAsync(portal));

        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        Assert.Empty(await incidents.OpenAsync(portal.Person(Trips.Lead)));
        var open = await incidents.OpenAsync(portal.Person(Administrator));
        Assert.Equal([jumped, ended], open.Select(i => i.Incident.CaseId));
        Assert.Contains(open[0].Steps, s => s.Value == "departure");

        var one = open[0].Incident;
        Assert.Equal("Common.Forbidden",
            (await incidents.RepairAsync(portal.Person(Trips.Lead), one, "departure", "Sửa định nghĩa sai")).Refusal?.Code);
        Assert.Equal("Common.Invalid", (await incidents.RepairAsync(portal.Person(Administrator), one, "departure", "sai")).Refusal?.Code);
        Assert.True((await incidents.RepairAsync(portal.Person(Administrator), one, "departure", "Điều kiện viết sai, đi tiếp bước sau"))
            .IsSuccess);
        Assert.Contains("departure", await portal.OpenStepsAsync(jumped));

        Assert.True((await incidents.GiveUpAsync(portal.Person(Administrator), open[1].Incident, "Lập lại hồ sơ theo bản mới")).IsSuccess);
        Assert.Equal(
            CaseState.Cancelled, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == ended).Select(c => c.State).SingleAsync()));
        Assert.Empty(await portal.OpenStepsAsync(ended));
        Assert.Empty(await incidents.OpenAsync(portal.Person(Administrator)));
        var trail = await portal.ReadAsync(db => db.AuditEntries
            .Where(a => a.Act.StartsWith("Incident."))
            .OrderBy(a => a.Sequence)
            .Select(a => new { a.Act, a.Reason })
            .ToListAsync());
        Assert.Equal(["Incident.Raised", "Incident.Raised", "Incident.Jumped", "Incident.Cancelled"], trail.Select(t => t.Act));
        Assert.Equal("Điều kiện viết sai, đi tiếp bước sau", trail[2].Reason);
    }

    [Fact]
    public async Task Retrying_a_fault_tries_the_same_activity_again_and_reports_it_again_while_it_is_broken()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DamagedTrip.MakeAsync(
            portal, "return getInput('Cleared') === true && getInput('Contacted') === true;", "return noSuchThing();");
        var id = await FaultyAsync(portal);
        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        var first = Assert.Single(await incidents.OpenAsync(portal.Person(Administrator))).Incident;
        Assert.True((await incidents.RepairAsync(portal.Person(Administrator), first, null, "Thử lại sau khi sửa")).IsSuccess);

        var again = Assert.Single(await incidents.OpenAsync(portal.Person(Administrator))).Incident;
        Assert.Equal((id, first.StepId), (again.CaseId, again.StepId));
        Assert.NotEqual(first.Number, again.Number);
        Assert.True(await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.HasIncident).SingleAsync()));
    }

    [Fact]
    public async Task A_step_that_nobody_is_found_for_is_tried_again_or_left_and_is_settled_when_somebody_is_there()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DamagedTrip.LeaveToNobodyAsync(portal);
        var (left, waiting) = (await portal.NotifyAsync(), await portal.NotifyAsync());

        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        var admin = portal.Person(Administrator);
        var open = (await incidents.OpenAsync(admin)).Select(i => i.Incident).ToList();
        Assert.Equal([(left, "NoAssignee", "review"), (waiting, "NoAssignee", "review")], open.Select(i => (i.CaseId, i.Kind, i.StepId)));
        Assert.True(await HasIncidentAsync(portal, left));

        Assert.True((await incidents.RepairAsync(admin, open[0], null, "Đã bổ sung người thực hiện")).IsSuccess);
        var again = (await incidents.OpenAsync(admin)).Select(i => i.Incident).Single(i => i.CaseId == left);
        Assert.NotEqual(open[0].Number, again.Number);
        Assert.Equal(["contact", "review"], (await portal.OpenStepsAsync(left)).Order());

        Assert.True((await incidents.RepairAsync(admin, again, "departure", "Lãnh đạo đã đồng ý bằng văn bản")).IsSuccess);
        Assert.DoesNotContain("review", await portal.OpenStepsAsync(left));
        Assert.False(await HasIncidentAsync(portal, left));

        await portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Db.Staff.Add(new StaffMember
            {
                Id = "S999",
                FullName = "Đào Thị Ước Mới",
                Position = "Chuyên viên",
                DepartmentId = "TCDV",
                ValidFrom = VietnamTime.DayOf(portal.Now)
            });
            return Task.FromResult(Result.Ok);
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        await portal.TickAsync();
        Assert.Equal(["S999"], (await portal.OpenTaskAsync(waiting, "review")).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.Empty(await incidents.OpenAsync(admin));
        Assert.False(await HasIncidentAsync(portal, waiting));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Incident.Settled" && a.CaseId == waiting)));
    }

    [Fact]
    public async Task What_a_rule_refuses_when_time_is_up_is_told_once_tried_every_hour_and_settled_when_a_person_decides()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DamagedTrip.MakeAsync(portal, review =>
        {
            review["onTimeout"]!["expression"]!["value"] = """{"do":"leave"}""";
            review["enableTimeoutOutcome"] = JsonNode.Parse("""{"typeName":"Boolean","expression":{"type":"Literal","value":true}}""");
        });
        var id = await portal.NotifyAsync();
        portal.GoTo(VietnamTime.ToLocal((await portal.OpenTaskAsync(id, "review")).DueAt!.Value.AddMinutes(1)));
        await portal.TickAsync();

        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        var admin = portal.Person(Administrator);
        var told = Assert.Single(await incidents.OpenAsync(admin)).Incident;
        Assert.Equal((id, "TimeRefused", "review"), (told.CaseId, told.Kind, told.StepId));
        Assert.Contains(told.Message, portal.Services.GetRequiredService<Portal.Web.Texts.TextCatalogue>().Vietnamese.Keys);
        var next = (await portal.OpenTaskAsync(id, "review")).NextAttentionAt;
        Assert.Equal(portal.Now.AddHours(1), next);

        await portal.TickAsync();
        Assert.Equal(next, (await portal.OpenTaskAsync(id, "review")).NextAttentionAt);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.TickAsync();
        Assert.True((await portal.OpenTaskAsync(id, "review")).NextAttentionAt > next);
        Assert.Equal(told.Id, Assert.Single(await incidents.OpenAsync(admin)).Incident.Id);

        // Asked for by hand, it is tried at the next look, and told anew while the rule still refuses.
        Assert.True((await incidents.RepairAsync(admin, told, null, "Thử lại ngay bây giờ")).IsSuccess);
        await portal.TickAsync();
        Assert.NotEqual(told.Id, Assert.Single(await incidents.OpenAsync(admin)).Incident.Id);

        await portal.MustAsync(id, "review", Trips.Leader, "Decline", Trips.Opinion("Chưa cần thiết trong tuần này"));
        Assert.Empty(await incidents.OpenAsync(admin));
        Assert.False(await HasIncidentAsync(portal, id));
    }

    [Fact]
    public async Task A_case_that_cannot_be_read_holds_up_no_other_and_is_tried_again_every_hour()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (broken, worse, sound) = (await portal.NotifyAsync(), await portal.NotifyAsync(), await portal.NotifyAsync());
        var first = (await portal.OpenTaskAsync(broken, "review")).NextAttentionAt!.Value;
        Assert.Equal(first, (await portal.OpenTaskAsync(sound, "review")).NextAttentionAt);
        await portal.DamageAsync(
            "UPDATE UserTasks SET SpecJson = 'no settings' "
            + $"WHERE CaseId IN ('{broken.ToString().ToUpperInvariant()}', '{worse.ToString().ToUpperInvariant()}')");
        await portal.DamageAsync($"UPDATE Instances SET StateJson = 'no state' WHERE CaseId = '{worse.ToString().ToUpperInvariant()}'");
        portal.GoTo(VietnamTime.ToLocal(first.AddMinutes(1)));
        await portal.TickAsync();

        Assert.True((await portal.OpenTaskAsync(sound, "review")).NextAttentionAt > first);
        Assert.True(await portal.ReadAsync(db => db.Notifications.AnyAsync(
            n => n.CaseId == sound && (n.Kind == NotificationKind.DueSoon || n.Kind == NotificationKind.Overdue))));
        foreach (var id in new[] { broken, worse })
        {
            Assert.Equal(portal.Now.AddHours(1), (await portal.OpenTaskAsync(id, "review")).NextAttentionAt);
        }

        Assert.Contains(await portal.Services.GetRequiredService<IncidentQueries>().OpenAsync(portal.Person(Administrator)),
            i => i.Incident.CaseId == broken);
        var health = await portal.Services.GetRequiredService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>()
            .CheckHealthAsync(c => c.Name == "timers");
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy, health.Status);
    }

    [Fact]
    public async Task A_case_that_ends_takes_all_its_incidents_with_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DamagedTrip.LeaveToNobodyAsync(portal);
        var id = await portal.NotifyAsync();
        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        Assert.Single(await incidents.OpenAsync(portal.Person(Administrator)));
        await portal.MustAsync(id, "review", Trips.Member, "Withdraw", Trips.Reason("Xã đề nghị lùi sang tháng sau"));
        Assert.Empty(await incidents.OpenAsync(portal.Person(Administrator)));
        Assert.False(await HasIncidentAsync(portal, id));
    }

    private static Task<bool> HasIncidentAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.HasIncident).SingleAsync());

    /// <summary>A trip whose definition faults as soon as the leader has acknowledged.</summary>
    private static async Task<Guid> FaultyAsync(TestPortal portal)
    {
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal("Acknowledged",
            await portal.ReadAsync(db => db.Set<FieldTrip>().Where(t => t.CaseId == id).Select(t => t.Status.ToString()).SingleAsync()));
        return id;
    }
}
