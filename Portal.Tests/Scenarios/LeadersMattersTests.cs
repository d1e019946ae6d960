using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;

namespace Portal.Tests.Scenarios;

/// <summary>
/// R-ORG-07, Đ2.1: whatever an administrator does, and whichever way, who watches, leads and is in charge of what there is changes only
/// when a leader has approved it.
/// </summary>
public class LeadersMattersTests
{
    private const string Administrator = OrganisationChanges.Administrator;
    private const int Tries = 60;

    // A group that still works and a kind that areas are still of do not end; OrganisationRequestTests ends a group.
    private static readonly string[] Seldom = ["group-end", "area-kind-end"];

    public static TheoryData<string> Acts => [.. OrganisationAct.All.Select(a => a.Key)];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Forms_by_chance_change_nothing_of_it_alone(string key)
    {
        await using var portal = await TestPortal.CreateAsync();
        await LeaveRolesBehindAsync(portal);
        var (act, random, administration) = (OrganisationAct.Find(key)!, new Random(key.Sum(c => c)),
            portal.Services.GetRequiredService<OrganisationAdministration>());
        var (done, asked) = (0, 0);
        for (var i = 0; i < Tries; i++)
        {
            var before = await DirectoryAsync(portal);
            var row = RowFor(act, before, random);
            var form = Filled(act, row, before, random);
            var told = await administration.DoAsync(portal.Person(Administrator), key, row, form);
            (done, asked) = (done + (told.IsSuccess ? 1 : 0), asked + (told.Refusal?.Code == "OrgRequest.NeedsLeader" ? 1 : 0));
            var after = await DirectoryAsync(portal);
            if (told.IsSuccess)
            {
                AssertSame(before, after, form);
            }
        }

        Assert.True(done + asked > 0 || Seldom.Contains(key), $"{key} was never right");
    }

    [Fact]
    public async Task A_member_of_staff_who_leaves_with_a_leaders_role_still_open_goes_to_a_leader()
    {
        await using var portal = await TestPortal.CreateAsync();
        var person = await LeaveRolesBehindAsync(portal);
        var (admin, form) = (portal.Person(Administrator),
            FormInput.ToJson(new EndInput { Last = new DateOnly(2026, 10, 30), Reason = "Nghỉ hưu theo quyết định" }));
        Assert.Equal("OrgRequest.NeedsLeader", (await portal.Services.GetRequiredService<OrganisationAdministration>()
            .DoAsync(admin, "staff-end", person, Copy(form))).Refusal?.Code);
        var shown = (await portal.Requests().PreviewAsync(admin, "staff-end", person, Copy(form))).Value;
        Assert.True(shown.NeedsLeader);
        var id = (await portal.Requests().AskAsync(admin, "staff-end", person, Copy(form), null, "Kính trình", shown.Rows)).Value;
        Assert.Null((await DirectoryAsync(portal)).Person(person)!.ValidTo);
        Assert.True((await portal.Requests().DecideAsync(portal.Person(Trips.Head), id, approves: true, "")).IsSuccess);
        Assert.NotNull((await DirectoryAsync(portal)).Person(person)!.ValidTo);
        Assert.True((await portal.Requests().TakeBackAsync(admin, id)).IsSuccess);
        Assert.Null((await DirectoryAsync(portal)).Person(person)!.ValidTo);

        // Without such a role it is the administrator's alone.
        var other = FreePerson(await DirectoryAsync(portal), person);
        Assert.True((await portal.Services.GetRequiredService<OrganisationAdministration>()
            .DoAsync(admin, "staff-end", other, Copy(form))).IsSuccess);
    }

    [Fact]
    public async Task A_workbook_that_was_taken_in_before_is_taken_back_alone_for_a_day()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var (code, hours) in new[] { ("A901", 23), ("A902", 25) })
        {
            using var file = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên", "Loại", "Từ ngày")
                .Row(code, $"Xã {code}", "Xã", "01/10/2026").Make();
            Assert.True((await portal.StoreAsync(Administrator, file)).IsStored);
            var import = (await portal.Imports().ListAsync(portal.Person(Administrator))).Value[0].Id;
            portal.GoTo(portal.Local.AddHours(hours));
            Assert.Equal(hours < 24 ? null : "OrgRequest.ImportNeedsLeader",
                (await portal.Imports().TakeBackAsync(portal.Person(Administrator), import)).Refusal?.Code);
        }
    }

    // Who led once and no longer does, but whose role was left open.
    private static async Task<string> LeaveRolesBehindAsync(TestPortal portal)
    {
        var person = FreePerson(await DirectoryAsync(portal), "");
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = Role.DeputyHead, ValidFrom = new DateOnly(2026, 1, 1) });
            return Task.FromResult(Result.Ok);
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        return person;
    }

    private static string FreePerson(OrganisationDirectory directory, string but) => directory.Data.Staff.First(s =>
        s.Id != but && s.Id != Administrator && directory.Data.Memberships.All(m => m.PersonId != s.Id)
        && directory.Data.Leaders.All(l => l.PersonId != s.Id)).Id;

    private static async Task<OrganisationDirectory> DirectoryAsync(TestPortal portal) =>
        (await portal.Operations.ContextAsync(Actor.System)).Directory;

    // Of the areas and groups that there were, on every day on which anything changes.
    private static void AssertSame(OrganisationDirectory before, OrganisationDirectory after, JsonObject form)
    {
        var days = new[] { before, after }.SelectMany(Days).Distinct().Order().ToList();
        var (areas, groups) = (before.Data.Areas.Select(a => a.Id).ToList(), before.Data.Groups.Select(g => g.Id).ToList());
        foreach (var day in days)
        {
            Assert.True(View(before, areas, groups, day) == View(after, areas, groups, day), $"{day:O} {form.ToJsonString()}");
        }
    }

    private static IEnumerable<DateOnly> Days(OrganisationDirectory of) => new IEnumerable<IEffectiveDated>[]
        { of.Data.Assignments, of.Data.Memberships, of.Data.Portfolios, of.Data.Leaders, of.Data.Areas, of.Data.Groups, of.Data.Roles }
        .SelectMany(r => r)
        .SelectMany(r => r.ValidTo is { } to && to < DateOnly.MaxValue ? [r.ValidFrom, to.AddDays(1)] : new[] { r.ValidFrom });

    private static string View(OrganisationDirectory of, List<string> areas, List<string> groups, DateOnly day) => string.Join('\n',
        areas.Select(a => $"{a} {of.Area(a)!.IsValidOn(day)} {of.GroupOfArea(a, day)} {of.LeaderInCharge(a, null, day)}"
            + string.Join(',', of.SuccessorsOf(a).Select(s => s.Id)))
            .Concat(groups.Select(g => $"{g} {of.Group(g)!.IsValidOn(day)} {of.LeadOf(g, day)} {of.LeaderInCharge(null, g, day)} "
                + string.Join(',', of.MembersOf(g, day).Order(StringComparer.Ordinal))))
            .Append(string.Join(',', of.LeadersOn(day)))
            .Append($"{of.Head(day)} {of.StandingDeputy(day)}")
            .Concat(new[] { Role.HeadOfCommittee, Role.DeputyHead }.Select(r => string.Join(',', of.PeopleWith(r, day)))));

    private static string RowFor(OrganisationAct act, OrganisationDirectory of, Random random)
    {
        IReadOnlyList<string> ids = act.Register switch
        {
            Registers.Areas => [.. of.Data.Areas.Select(a => a.Id)],
            Registers.Groups => [.. of.Data.Groups.Select(g => g.Id)],
            Registers.Leaders => [.. of.Data.Leaders.Select(l => l.PersonId)],
            Registers.Staff => [.. of.Data.Staff.Select(s => s.Id)],
            Registers.Departments => [.. of.Data.Departments.Select(d => d.Id)],
            Registers.AreaKinds => [.. of.Data.Kinds.Select(k => k.Id)],
            _ => [.. of.Data.MeetingTypes.Select(t => t.Id)],
        };
        return act.OfRow ? ids[random.Next(ids.Count)] : "";
    }

    // What the page would open with, some of it changed, the rest filled in.
    private static JsonObject Filled(OrganisationAct act, string row, OrganisationDirectory of, Random random)
    {
        var form = act.Known(of, row, new DateOnly(2026, 10, 5));
        Fill(form, act.Form.Fields, of, random);
        if (form["members"] is JsonArray { Count: > 0 } members && random.Next(4) > 0)
        {
            form["leadId"] = members[0]!["personId"]?.DeepClone();
        }

        return form;
    }

    private static void Fill(JsonObject level, IEnumerable<FormField> fields, OrganisationDirectory of, Random random)
    {
        foreach (var field in fields)
        {
            var isEmpty = level[field.Name] is null or JsonArray { Count: 0 } || (level[field.Name] is JsonArray rows && rows.Any(r =>
                r is JsonObject { Count: 0 }));
            if (random.Next(100) < (isEmpty && (field.Required || field.Kind == FieldKind.Section) ? 97 : 25))
            {
                level[field.Name] = ValueOf(field, of, random);
            }
        }
    }

    private static JsonNode? ValueOf(FormField field, OrganisationDirectory of, Random random)
    {
        T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
        JsonArray Some(IReadOnlyList<string> all) => new([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Any(all)).Distinct()
            .Select(v => JsonValue.Create(v))]);
        IReadOnlyList<string> Groups() => [.. of.Data.Groups.Select(g => g.Id)];
        IReadOnlyList<string> Areas() => [.. of.Data.Areas.Where(a => a.ValidTo is null).Select(a => a.Id)];
        JsonObject Level()
        {
            var level = new JsonObject();
            Fill(level, field.Items, of, random);
            return level;
        }

        return field.Kind switch
        {
            FieldKind.Text when field.Name == "code" => JsonValue.Create($"Z{random.Next(10_000)}"),
            FieldKind.Text or FieldKind.LongText => JsonValue.Create($"Nội dung thử số {random.Next(10_000)}"),
            FieldKind.Integer => JsonValue.Create(random.Next(1, 9)),
            FieldKind.Date when field.Name == "date" => JsonValue.Create("2026-10-01"),
            FieldKind.Date => JsonValue.Create($"{new DateOnly(2026, 10, 5).AddDays(random.Next(4) == 0 ? -200 : random.Next(40)):O}"),
            FieldKind.YesNo => JsonValue.Create(random.Next(2) == 0),
            FieldKind.Choice => JsonValue.Create(Any(field.Options)),
            FieldKind.Choices => Some(field.Options),
            FieldKind.WorkDomains => Some(WorkDomains.All),
            FieldKind.Person when field.Name == "signerId" => JsonValue.Create(Trips.Head),
            FieldKind.Person => JsonValue.Create(Any(of.Data.Staff).Id),
            FieldKind.Area => JsonValue.Create(Any(Areas())),
            FieldKind.Areas => Some(Areas()),
            FieldKind.Group => JsonValue.Create(Any(Groups())),
            FieldKind.Groups => Some(Groups()),
            FieldKind.AreaKind => JsonValue.Create(Any(of.Data.Kinds).Id),
            FieldKind.Department => JsonValue.Create(Any(of.Data.Departments).Id),
            FieldKind.Rows => new JsonArray([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => (JsonNode)Level())]),
            FieldKind.Section => Level(),
            _ => throw new NotSupportedException($"{field.Name}: {field.Kind}"),
        };
    }

    private static JsonObject Copy(JsonObject form) => (JsonObject)form.DeepClone();
}
