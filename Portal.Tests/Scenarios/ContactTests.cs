using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.FieldTrips;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.FollowUps;

namespace Portal.Tests.Scenarios;

/// <summary>Đ9.1, Đ10, Đ11, RP-11: contacts by hand and from trips, their register, and areas that nobody was in contact with.</summary>
public class ContactTests
{
    private const string Area = "A017";
    private const string Subject = "Rà soát công chức văn phòng";

    [Fact]
    public async Task A_contact_is_noted_seen_by_those_of_the_area_and_followed_up_to_its_end()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await NoteAsync(portal, Trips.Member, Input(portal) with { FollowUp = "Nhận danh sách", FollowUpDue = InDays(portal, 3) });
        foreach (var person in new[] { Trips.Member, Trips.Lead, Trips.Leader, Trips.Head })
        {
            Assert.Equal(Subject, Assert.Single(await ListAsync(portal, person, new FollowedFilter { AreaId = Area })).Subject);
        }

        foreach (var person in new[] { "S10", "S06", "S37" })
        {
            Assert.Empty(await ListAsync(portal, person, new FollowedFilter { AreaId = Area }));
            var found = await Registers(portal).FindAsync(portal.Person(person), FollowedKind.Contact, id);
            Assert.Equal("Common.NotFound", found.Refusal?.Code);
            Assert.Equal("Common.NotFound", (await SettleAsync(portal, person, id)).Refusal?.Code);
        }

        Assert.Empty(await Registers(portal).DueAsync(portal.Person(Trips.Lead)));
        portal.GoTo(portal.Local.AddDays(3));
        Assert.Equal(1, (await Registers(portal).DueAsync(portal.Person(Trips.Lead)))[FollowedKind.Contact]);
        Assert.Single(await ListAsync(portal, Trips.Lead, new FollowedFilter { Progress = FollowedProgress.Due }));
        Assert.True((await SettleAsync(portal, Trips.Lead, id)).IsSuccess);
        var view = (await Registers(portal).FindAsync(portal.Person(Trips.Member), FollowedKind.Contact, id)).Value;
        Assert.Equal((FollowedState.Settled, Trips.Lead), (view.Record.State, view.Record.EndedById));
        Assert.Empty(view.Acts);
        Assert.Equal("Common.ChangedMeanwhile", (await SettleAsync(portal, Trips.Member, id, version: 1)).Refusal?.Code);
        var acts = await portal.ReadAsync(db => db.AuditEntries.Where(a => a.Subject == id.ToString()).Select(a => a.Act).ToListAsync());
        Assert.Equal(["Contact.Entered", "Contact.Settle"], acts);
    }

    [Fact]
    public async Task What_judges_a_person_stands_in_the_register_without_a_word_and_in_no_file_and_reading_it_is_recorded()
    {
        await using var portal = await TestPortal.CreateAsync();
        var input = Input(portal) with { ConcernsPersonnel = true, Summary = "Nhận xét về đồng chí Bí thư" };
        var id = await NoteAsync(portal, Trips.Member, input);
        const string OtherMember = "S33";
        Assert.Empty(await ListAsync(portal, OtherMember, new FollowedFilter { AreaId = Area }));
        var row = Assert.Single(await ListAsync(portal, Trips.Lead, new FollowedFilter { AreaId = Area }));
        Assert.Equal((true, "", "", ""), (row.IsRestricted, row.Subject, row.Summary, row.Person));
        var areas = portal.Services.GetRequiredService<AreaQueries>();
        Assert.Equal("", Assert.Single((await areas.FindAsync(portal.Person(Trips.Leader), Area))!.Log).Subject);
        Assert.Empty((await Registers(portal).ExportAsync(portal.Person(Trips.Lead), FollowedKind.Contact, new FollowedFilter())).Value);

        Assert.False(await WasReadAsync(portal, id));
        var view = (await Registers(portal).FindAsync(portal.Person(Trips.Leader), FollowedKind.Contact, id)).Value;
        Assert.Equal(input.Summary, view.Row.Summary);
        Assert.True(await WasReadAsync(portal, id));
    }

    [Fact]
    public async Task A_substitute_settles_in_the_place_of_the_lead()
    {
        await using var portal = await TestPortal.CreateAsync();
        const string Substitute = "S10";
        var today = DateOnly.FromDateTime(portal.Local);
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            var grant = new DelegationGrant
            {
                PrincipalId = Trips.Lead,
                DelegateId = Substitute,
                GrantedOn = today,
                ValidFrom = today,
                ValidTo = today.AddDays(5),
            };
            o.Db.Delegations.Add(grant);
            return Task.FromResult(grant.Accept(Substitute, o.Context.Now));
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        var id = await NoteAsync(portal, Trips.Member, Input(portal) with { FollowUp = "Nhận danh sách", FollowUpDue = InDays(portal, 3) });
        Assert.True((await SettleAsync(portal, Substitute, id)).IsSuccess);
        var log = await portal.ReadAsync(db => db.ContactLogs.SingleAsync());
        Assert.Equal((Substitute, Trips.Lead), (log.EndedById, log.EndedForId));
    }

    [Fact]
    public async Task The_register_is_narrowed_by_counterpart_period_and_domain()
    {
        await using var portal = await TestPortal.CreateAsync();
        await NoteAsync(portal, Trips.Member, Input(portal));
        await NoteAsync(portal, Trips.Member, Input(portal) with
        {
            Counterpart = CounterpartKind.ProvincialCommitteeBody,
            Body = "Ủy ban Kiểm tra Tỉnh ủy",
            AreaId = null,
            At = portal.Local.AddDays(-20),
            Domain = WorkDomains.PartyOrgAndMembers,
        });
        var body = Assert.Single(await ListAsync(portal, Trips.Lead, new FollowedFilter { Type = "ProvincialCommitteeBody" }));
        Assert.Equal(("Ủy ban Kiểm tra Tỉnh ủy", ""), (body.With, body.AreaId));
        Assert.Equal([body.Id], (await ListAsync(portal, Trips.Lead, new FollowedFilter { To = InDays(portal, -10) })).Select(r => r.Id));
        Assert.Single(await ListAsync(portal, Trips.Lead, new FollowedFilter { From = InDays(portal, -10) }));
        Assert.Single(await ListAsync(portal, Trips.Lead, new FollowedFilter { Domain = WorkDomains.PartyOrgAndMembers }));
        Assert.Equal(2, (await ListAsync(portal, Trips.Lead, new FollowedFilter { Type = "gì đó" })).Count);
    }

    [Fact]
    public async Task An_area_is_quiet_until_somebody_is_in_contact_with_it_and_was_there_and_again_when_the_days_are_over()
    {
        await using var portal = await TestPortal.CreateAsync();
        var quiet = portal.Services.GetRequiredService<QuietAreas>();
        async Task<QuietArea> OfAsync(DateOnly? date = null) =>
            (await quiet.ListAsync(portal.Person(Trips.Lead), date, "", onlyStale: false)).Single(a => a.AreaId == Area);

        Assert.Equal((null, null, true, true), Told(await OfAsync()));
        var closed = await portal.ReportedAsync();
        await portal.MustAsync(closed, "resultReview", Trips.Leader, "Acknowledge", new ResultReviewInput());
        var (trip, log) = await portal.ReadAsync(async db => (await db.Set<FieldTrip>().SingleAsync(), await db.ContactLogs.FirstAsync()));
        var left = VietnamTime.DayOf(trip.DepartsAt);
        Assert.Equal((VietnamTime.DayOf(log.At), left, false, false), Told(await OfAsync()));
        Assert.DoesNotContain(
            await quiet.ListAsync(portal.Person(Trips.Lead), null, "", onlyStale: true), a => a.AreaId == Area);

        // As things stood before, and as they will stand.
        Assert.Equal((null, null, true, true), Told(await OfAsync(left.AddDays(-30))));
        portal.GoTo(left.AddDays(46).ToDateTime(new TimeOnly(9, 0)));
        Assert.Equal((false, true), ((await OfAsync()).IsContactStale, (await OfAsync()).IsVisitStale));
        portal.GoTo(left.AddDays(70).ToDateTime(new TimeOnly(9, 0)));
        Assert.True((await OfAsync()).IsContactStale);
        await NoteAsync(portal, Trips.Member, Input(portal));
        Assert.False((await OfAsync()).IsContactStale);
        Assert.DoesNotContain(await quiet.ListAsync(portal.Person("S10"), null, "", onlyStale: false), a => a.AreaId == Area);
        Assert.Empty(await quiet.ListAsync(portal.Person("S06"), null, "", onlyStale: false));
    }

    private static (DateOnly? Contact, DateOnly? Visit, bool IsContactStale, bool IsVisitStale) Told(QuietArea a) =>
        (a.LastContact, a.LastVisit, a.IsContactStale, a.IsVisitStale);

    private static FollowUpQueries Registers(TestPortal portal) => portal.Services.GetRequiredService<FollowUpQueries>();

    private static DateOnly InDays(TestPortal portal, int days) => DateOnly.FromDateTime(portal.Local).AddDays(days);

    private static NewContactInput Input(TestPortal portal) => new()
    {
        Secrecy = SecrecyGate.No,
        Counterpart = CounterpartKind.Area,
        AreaId = Area,
        ContactPerson = "Đồng chí Nguyễn Văn Tám",
        At = portal.Local.AddMinutes(-5),
        Channel = ContactChannel.Phone,
        Domain = WorkDomains.CivilServants,
        Subject = Subject,
        ConcernsPersonnel = false,
    };

    private static async Task<Guid> NoteAsync(TestPortal portal, string person, NewContactInput input)
    {
        var noted = await portal.Services.GetRequiredService<FollowUpActs>()
            .EnterAsync(portal.Person(person), FollowedKind.Contact, FormInput.ToJson(input));
        Assert.True(noted.IsSuccess, string.Join("; ", noted.Refusal?.Fields.Select(f => f.Path + f.Code) ?? []));
        return noted.Value;
    }

    private static async Task<IReadOnlyList<FollowedRow>> ListAsync(TestPortal portal, string person, FollowedFilter filter) =>
        (await Registers(portal).ListAsync(portal.Person(person), FollowedKind.Contact, filter)).Rows;

    private static Task<Result<int>> SettleAsync(TestPortal portal, string person, Guid id, int? version = null) =>
        portal.Services.GetRequiredService<FollowUpActs>().ActAsync(
            portal.Person(person), FollowedKind.Contact, id, FollowUpAct.Settle,
            new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No), ["words"] = "Đã nhận đủ" }, version);

    private static Task<bool> WasReadAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Act == "Contact.RestrictedRead" && a.Subject == id.ToString()));
}
