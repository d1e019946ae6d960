using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Contacts;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Processes.FieldTrips;

namespace Portal.Tests.Scenarios;

/// <summary>Đ9.1, Đ9.4: contacts and sub-units of an area, kept by the group that watches it.</summary>
public class AreaBookTests
{
    private const string Area = "A017";

    [Fact]
    public async Task A_member_adds_changes_and_ends_a_contact_who_is_offered_where_one_is_asked_for_until_then()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (acts, member) = (Book(portal), portal.Person(Trips.Member));
        Assert.True((await acts.AddContactAsync(member, Area, Contact("Hồ Văn Mới", "Phó Trưởng ban"))).IsSuccess);
        var added = (await KnownAsync(portal)).Single(c => c.FullName == "Hồ Văn Mới");
        var again = await acts.AddContactAsync(member, Area, Contact("ho van moi", "Phó trưởng ban"));
        Assert.Equal("AreaBook.Known", again.Refusal?.Fields[0].Code);
        Assert.True((await acts.ChangeContactAsync(member, added.Id, Contact("Hồ Văn Mới", "Trưởng ban"))).IsSuccess);
        Assert.Contains("Hồ Văn Mới – Trưởng ban", await OfferedAsync(portal));
        var before = await portal.Services.GetRequiredService<TripSuggestions>().ContactsAsync(member, [Area]);
        Assert.Contains(before, s => s.Label == "Hồ Văn Mới – Trưởng ban");

        Assert.True((await acts.EndContactAsync(member, added.Id)).IsSuccess);
        Assert.DoesNotContain(await KnownAsync(portal), c => c.Id == added.Id);
        Assert.DoesNotContain("Hồ Văn Mới – Trưởng ban", await OfferedAsync(portal));
        Assert.Equal("AreaBook.Ended", (await acts.ChangeContactAsync(member, added.Id, Contact("A", "B"))).Refusal?.Code);
        Assert.NotNull(await portal.ReadAsync(db => db.AreaContacts.Where(c => c.Id == added.Id).Select(c => c.EndedOn).SingleAsync()));
        var trail = await portal.ReadAsync(db => db.AuditEntries.Where(a => a.Subject == Area).Select(a => a.Act).ToListAsync());
        Assert.Equal(["Organisation.ContactAdded", "Organisation.ContactChanged", "Organisation.ContactEnded"], trail);
    }

    [Fact]
    public async Task Nobody_but_the_group_keeps_them_and_others_are_not_told_that_there_are_any()
    {
        await using var portal = await TestPortal.CreateAsync();
        var acts = Book(portal);
        var known = (await KnownAsync(portal))[0];
        foreach (var person in new[] { Trips.Leader, Trips.Head, "S10", "S06" })
        {
            Assert.Equal("AreaBook.OnlyGroup", (await acts.AddContactAsync(portal.Person(person), Area, Contact("A", "B"))).Refusal?.Code);
            Assert.Equal("AreaBook.OnlyGroup", (await acts.AddUnitAsync(portal.Person(person), Area, Unit("Chi bộ 9"))).Refusal?.Code);
        }

        Assert.Equal("AreaBook.OnlyGroup", (await acts.EndContactAsync(portal.Person(Trips.Leader), known.Id)).Refusal?.Code);
        Assert.Equal("Common.NotFound", (await acts.EndContactAsync(portal.Person("S10"), known.Id)).Refusal?.Code);
        var areas = portal.Services.GetRequiredService<AreaQueries>();
        Assert.False((await areas.FindAsync(portal.Person(Trips.Leader), Area))!.MayKeepBook);
        var strangers = (await areas.FindAsync(portal.Person("S10"), Area))!;
        Assert.Empty(strangers.Contacts);
        Assert.Empty(strangers.Units);
    }

    [Fact]
    public async Task A_unit_below_an_area_is_kept_by_its_name_and_offered_where_a_trip_names_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (acts, member) = (Book(portal), portal.Person(Trips.Member));
        Assert.True((await acts.AddUnitAsync(member, Area, Unit("Chi bộ Thôn Hạ"))).IsSuccess);
        Assert.Equal("AreaBook.Known", (await acts.AddUnitAsync(member, Area, Unit("chi bo thon ha"))).Refusal?.Fields[0].Code);
        Assert.Equal("Common.Required", (await acts.AddUnitAsync(member, Area, Unit(" "))).Refusal?.Fields[0].Code);
        var suggestions = portal.Services.GetRequiredService<TripSuggestions>();
        var offered = (await suggestions.NoticesAsync(member)).Single(s => s.Label == "Chi bộ Thôn Hạ");
        Assert.Equal(("subUnits", ("areaIds", Area)), (offered.Field, offered.When));

        var view = await portal.Services.GetRequiredService<AreaQueries>().FindAsync(member, Area);
        var unit = view!.Units.Single(u => u.Name == "Chi bộ Thôn Hạ");
        Assert.True((await acts.EndUnitAsync(member, unit.Id)).IsSuccess);
        Assert.Equal("AreaBook.Ended", (await acts.EndUnitAsync(member, unit.Id)).Refusal?.Code);
        Assert.DoesNotContain(await suggestions.NoticesAsync(member), s => s.Label == "Chi bộ Thôn Hạ");

        // Free text stays possible.
        var notice = Trips.Notice() with { SubUnits = "Chi bộ chưa có trong sổ" };
        var id = (await portal.StartAsync("field-trip", Trips.Member, notice)).Value.CaseId;
        Assert.Equal("Chi bộ chưa có trong sổ", (await portal.TripAsync(id)).Notice.SubUnits);
    }

    private static AreaBookActs Book(TestPortal portal) => portal.Services.GetRequiredService<AreaBookActs>();

    private static JsonObject Contact(string name, string position) =>
        FormInput.ToJson(new KnownContactInput { FullName = name, Position = position, Phone = "0900 111 222" });

    private static JsonObject Unit(string name) => FormInput.ToJson(new SubUnitInput { Name = name });

    private static async Task<IReadOnlyList<AreaContact>> KnownAsync(TestPortal portal) =>
        (await portal.Services.GetRequiredService<AreaQueries>().FindAsync(portal.Person(Trips.Lead), Area))!.Contacts;

    private static async Task<IReadOnlyList<string>> OfferedAsync(TestPortal portal) =>
        [.. FollowUpQueries.Suggestions(await portal.Operations.ContextAsync(portal.Person(Trips.Member)), [Area]).Select(s => s.Label)];
}
