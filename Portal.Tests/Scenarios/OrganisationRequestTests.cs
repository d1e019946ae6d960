using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Administration;
using Portal.Web.Processes;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>
/// R-ORG-07, Đ2.1: what moves areas, groups and charges is shown with all that goes along, approved by a leader, and taken back within a
/// day.
/// </summary>
public class OrganisationRequestTests
{
    private const string Administrator = OrganisationChanges.Administrator;
    private const string Auditor = "S08";
    private static readonly DateOnly From = new(2026, 10, 12);
    private static readonly DecisionInput Signed = new() { Number = "301-QĐ/BTCTU", Date = new DateOnly(2026, 10, 5), SignerId = "L1" };
    private static readonly EndInput Ending = new() { Last = From.AddDays(-1), Reason = "Theo quyết định của Ban" };

    private static readonly Dictionary<string, (string Row, JsonObject Form)> Forms = new()
    {
        ["area-reorganize"] = ("", FormInput.ToJson(Merger())),
        ["area-assign"] = (
            "", FormInput.ToJson(new AreaAssignInput { AreaIds = ["A017"], GroupId = "N01", From = From, Decision = Signed })),
        ["area-end"] = ("A017", FormInput.ToJson(Ending)),
        ["group-members"] = ("N03", FormInput.ToJson(new GroupMembersInput
        {
            LeadId = "S27",
            Members = [.. new[] { "S27", Trips.Member, Trips.Lead }.Select(p => new GroupMemberInput { PersonId = p })],
            From = From,
            Decision = Signed,
        })),
        ["group-end"] = ("N99", FormInput.ToJson(Ending)),
        ["leader-add"] = (
            "", FormInput.ToJson(new LeaderAddInput { PersonId = "S27", Position = LeaderPosition.Deputy, Order = 9, From = From })),
        ["leader-portfolio"] = (Trips.Leader, FormInput.ToJson(new PortfolioInput { GroupIds = ["N01", "N03"], From = From })),
        ["leader-end"] = (Trips.Leader, FormInput.ToJson(Ending)),
    };

    public static TheoryData<string> Acts => [.. Forms.Keys];

    [Fact]
    public void What_moves_areas_groups_or_charges_is_shown_first_and_tried_here() => Assert.Equal(
        ["area-assign", "area-end", "area-reorganize", "group-end", "group-members", "leader-add", "leader-end", "leader-portfolio"],
        OrganisationAct.All.Where(a => a.IsShownFirst).Select(a => a.Key).Order(StringComparer.Ordinal));

    /// <summary>Whatever way it comes by, a workbook too: what is changed says whose it is.</summary>
    [Theory]
    [MemberData(nameof(Acts))]
    public async Task It_is_known_by_what_it_changes(string act)
    {
        await using var portal = await ReadyAsync();
        var (row, form) = Forms[act];
        var isLeaders = false;
        await portal.Operations.RunAsync(portal.Person(Administrator), async o =>
        {
            var tried = await TriedAct.MakeAsync(o, act, row, Copy(form), null, CancellationToken.None);
            isLeaders = tried.Value.NeedsLeader;
            return Result.From(AdministrationRefusals.OnlyTried);
        });
        Assert.True(isLeaders);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Nothing_is_changed_before_a_leader_approves_and_all_is_as_before_when_it_is_taken_back(string act)
    {
        await using var portal = await ReadyAsync();
        var (requests, admin, (row, form)) = (portal.Requests(), portal.Person(Administrator), Forms[act]);
        var before = await portal.OrganisationAsync();

        // Neither by the act itself nor by looking nor by asking.
        Assert.Equal("OrgRequest.NeedsLeader",
            (await portal.Services.GetRequiredService<OrganisationAdministration>().DoAsync(admin, act, row, Copy(form))).Refusal?.Code);
        var shown = (await requests.PreviewAsync(admin, act, row, Copy(form))).Value;
        Assert.True(shown.NeedsLeader);
        Assert.NotEmpty(shown.Rows);
        Assert.All(shown.Rows, r => Assert.NotEmpty(r.Values));
        var id = (await requests.AskAsync(admin, act, row, Copy(form), null, "Kính trình", shown.Rows)).Value;

        // Nor by whoever is no leader.
        foreach (var person in new[] { Administrator, Trips.Member, Trips.Lead, Auditor, MeetingRoad.Clerk })
        {
            Assert.Equal("Common.Forbidden", (await requests.DecideAsync(portal.Person(person), id, approves: true, "")).Refusal?.Code);
        }

        Assert.Equal(before, await portal.OrganisationAsync());
        Assert.Equal(id, Assert.Single(await requests.AwaitedAsync(portal.Person(Trips.Head))).Id);
        Assert.Empty(await requests.AwaitedAsync(admin));
        var view = (await requests.FindAsync(portal.Person(Trips.Head), id)).Value;
        Assert.True(view is { MayDecide: true, MayWithdraw: false, Problem: null, Now.Rows.Count: > 0 });
        Assert.Equal("Common.Forbidden", (await requests.FindAsync(portal.Person(Trips.Member), id)).Refusal?.Code);
        Assert.Equal("Common.Forbidden", (await requests.ListAsync(portal.Person(Auditor))).Refusal?.Code);

        Assert.True((await requests.DecideAsync(portal.Person(Trips.Head), id, approves: true, "")).IsSuccess);
        Assert.NotEqual(before, await portal.OrganisationAsync());
        Assert.Empty(await requests.AwaitedAsync(portal.Person(Trips.Head)));
        Assert.Equal(Trips.Head,
            await portal.ReadAsync(db => db.AuditEntries.Where(a => a.Act == $"Organisation.{act}").OrderBy(a => a.Sequence)
                .Select(a => a.PersonId).LastAsync()));
        Assert.Equal(1, await ToldAsync(portal, Administrator, "Notice.OrganisationApproved"));
        Assert.Equal("OrgRequest.NotOpen", (await requests.DecideAsync(portal.Person("L2"), id, approves: true, "")).Refusal?.Code);

        Assert.Equal("Common.Forbidden", (await requests.TakeBackAsync(portal.Person(Trips.Lead), id)).Refusal?.Code);
        Assert.Equal("Common.Forbidden", (await requests.TakeBackAsync(portal.Person("L2"), id)).Refusal?.Code);
        Assert.True((await requests.FindAsync(admin, id)).Value.MayTakeBack);
        var back = await requests.TakeBackAsync(act == "area-end" ? portal.Person(Trips.Head) : admin, id);
        Assert.True(back.IsSuccess, $"{back.Refusal?.Code} {string.Join(' ', back.Refusal?.Args ?? [])}");
        Assert.Equal(before, await portal.OrganisationAsync());
        Assert.Equal("OrgRequest.NotCarriedOut", (await requests.TakeBackAsync(admin, id)).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_returned_or_withdrawn_changes_nothing_and_whoever_asked_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (requests, admin, head) = (portal.Requests(), portal.Person(Administrator), portal.Person(Trips.Head));
        var before = await portal.OrganisationAsync();
        var returned = await AskAsync(portal);
        Assert.Equal("Common.ReasonTooShort",
            Assert.Single((await requests.DecideAsync(head, returned, approves: false, "không")).Refusal!.Fields).Code);
        Assert.True((await requests.DecideAsync(head, returned, approves: false, "Chờ nghị quyết của Tỉnh ủy")).IsSuccess);
        Assert.Equal("OrgRequest.NotOpen", (await requests.DecideAsync(head, returned, approves: true, "")).Refusal?.Code);
        Assert.Equal(1, await ToldAsync(portal, Administrator, "Notice.OrganisationReturned"));

        var withdrawn = await AskAsync(portal);
        Assert.Equal("Common.Forbidden", (await requests.WithdrawAsync(head, withdrawn)).Refusal?.Code);
        Assert.True((await requests.WithdrawAsync(admin, withdrawn)).IsSuccess);
        Assert.Equal("OrgRequest.NotOpen", (await requests.DecideAsync(head, withdrawn, approves: true, "")).Refusal?.Code);
        Assert.Equal("OrgRequest.NotOpen", (await requests.WithdrawAsync(admin, withdrawn)).Refusal?.Code);
        Assert.Equal("OrgRequest.NotCarriedOut", (await requests.TakeBackAsync(admin, withdrawn)).Refusal?.Code);
        Assert.Equal(before, await portal.OrganisationAsync());
        Assert.Equal(
            [OrganisationRequestState.Withdrawn, OrganisationRequestState.Returned],
            (await requests.ListAsync(admin)).Value.Select(r => r.State));
    }

    [Fact]
    public async Task A_leader_who_keeps_the_organisation_too_does_not_approve_what_they_asked_for()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Db.RoleGrants.Add(new RoleGrant
            {
                PersonId = Trips.Leader,
                Role = Role.SystemAdministrator,
                ValidFrom = new DateOnly(2026, 1, 1),
            });
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
        var (requests, (row, form)) = (portal.Requests(), Forms["area-reorganize"]);
        var id = (await requests.AskAsync(portal.Person(Trips.Leader), "area-reorganize", row, Copy(form), null, "")).Value;
        Assert.Equal("OrgRequest.Own", (await requests.DecideAsync(portal.Person(Trips.Leader), id, approves: true, "")).Refusal?.Code);
        Assert.Empty(await requests.AwaitedAsync(portal.Person(Trips.Leader)));
        Assert.True((await requests.DecideAsync(portal.Person("L2"), id, approves: true, "")).IsSuccess);
    }

    [Fact]
    public async Task What_would_no_longer_do_what_was_shown_is_not_approved()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (requests, head) = (portal.Requests(), portal.Person(Trips.Head));
        var form = Forms["area-end"].Form;
        var shown = (await requests.PreviewAsync(portal.Person(Administrator), "area-end", "A018", Copy(form))).Value;
        var id = await AskAsync(portal);
        var clash = (await requests.AskAsync(portal.Person(Administrator), "area-end", "A018", Copy(form), null, "", shown.Rows)).Value;
        Assert.True((await requests.DecideAsync(head, clash, approves: true, "")).IsSuccess);
        var before = await portal.OrganisationAsync();
        Assert.Equal("OrgRequest.ChangedMeanwhile", (await requests.DecideAsync(head, id, approves: true, "")).Refusal?.Code);
        Assert.Equal(before, await portal.OrganisationAsync());
        Assert.NotNull((await requests.FindAsync(head, id)).Value.Problem);
        Assert.True((await requests.DecideAsync(head, id, approves: false, "Lập lại đề nghị sau khi kết thúc địa bàn")).IsSuccess);

        // Nor is sent what is no longer what was seen.
        var seen = (await requests.PreviewAsync(portal.Person(Administrator), "area-end", "A017", Copy(form))).Value;
        await portal.MustChangeAsync("area-assign", "",
            new AreaAssignInput { AreaIds = ["A017"], GroupId = "N01", From = From.AddDays(-2), Decision = Signed });
        Assert.Equal("OrgRequest.ChangedMeanwhile",
            (await requests.AskAsync(portal.Person(Administrator), "area-end", "A017", Copy(form), null, "", seen.Rows)).Refusal?.Code);
    }

    [Fact]
    public async Task The_preview_says_what_goes_along_and_what_is_planned_for_a_day_without_its_area()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        await portal.AcknowledgedPlanAsync(Plans.Item(15), Plans.Item(20, "A018"));
        var form = FormInput.ToJson(Merger() with { From = new DateOnly(2026, 10, 8) });
        var preview = (await portal.Requests().PreviewAsync(portal.Person(Administrator), "area-reorganize", "", form)).Value;
        Assert.Equal([("A017", true), ("A018", true)], preview.Areas.Select(a => (a.Id, a.Ends)));
        var area = preview.Areas.Single(a => a.Id == "A017");
        Assert.Equal((2, 1, 1), (area.Cases, area.PlanRows, area.Trips));
        Assert.Equal(("Xã Bàu Mới", "N01"), (Assert.Single(area.To).Area, await GroupIdAsync(portal, area.To[0].Group)));
        Assert.True(area is { Deadlines: > 0, NextDue: not null });
        Assert.Contains(preview.Cases, c => c is { Number: "CT-2026/0001", ProcessKey: "field-trip", DueAt: not null });
        Assert.Equal(
            [("Xã Bàu Nổi", false, 8), ("Xã Bàu Nổi", true, 15), ("Xã Bàu Trâm", true, 20)],
            preview.Stranded.Select(s => (s.Area, s.IsPlanned, s.From.Day)));
        Assert.All(preview.Stranded, s => Assert.Equal("Xã Bàu Mới", s.Successors));

        // Nothing Restricted is counted or listed.
        await portal.DamageAsync("UPDATE Cases SET Sensitivity = 'Restricted' WHERE Number = 'CT-2026/0001'");
        preview = (await portal.Requests().PreviewAsync(portal.Person(Administrator), "area-reorganize", "", form)).Value;
        Assert.DoesNotContain(preview.Cases, c => c.Number == "CT-2026/0001");
        Assert.Equal(0, preview.Areas.Single(a => a.Id == "A017").Trips);
        Assert.All(preview.Stranded, s => Assert.True(s.IsPlanned));
    }

    [Fact]
    public async Task What_was_built_on_or_is_older_than_a_day_is_not_taken_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (requests, admin) = (portal.Requests(), portal.Person(Administrator));
        var built = await AskAsync(portal, Merger() with { From = new DateOnly(2026, 10, 5), Decision = Signed });
        Assert.True((await requests.DecideAsync(portal.Person(Trips.Head), built, approves: true, "")).IsSuccess);
        var area = (await portal.Operations.ContextAsync(Actor.System)).Directory.Data.Areas.Single(a => a.Name == "Xã Bàu Mới").Id;
        await portal.MustChangeAsync("area-assign", "",
            new AreaAssignInput { AreaIds = [area], GroupId = "N03", From = new DateOnly(2026, 10, 5), Decision = Signed });
        Assert.Equal("Import.ChangedSince", (await requests.TakeBackAsync(admin, built)).Refusal?.Code);
        var assigned = (await requests.ListAsync(admin)).Value[0].Id;
        Assert.True((await requests.TakeBackAsync(admin, assigned)).IsSuccess);

        portal.GoTo(portal.Local.AddHours(OrganisationRequest.HoursToTakeBack).AddMinutes(1));
        Assert.Equal("OrgRequest.TooLate", (await requests.TakeBackAsync(admin, built)).Refusal?.Code);
        Assert.False((await requests.FindAsync(admin, built)).Value.MayTakeBack);
    }

    [Fact]
    public async Task A_new_area_with_a_case_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        var requests = portal.Requests();
        var id = await AskAsync(portal, Merger() with
        {
            From = new DateOnly(2026, 10, 5),
            Successors = [new SuccessorInput { Name = "Xã Bàu Mới", KindId = "XA", GroupId = "N03" }],
        });
        Assert.True((await requests.DecideAsync(portal.Person(Trips.Head), id, approves: true, "")).IsSuccess);
        var area = (await portal.Operations.ContextAsync(Actor.System)).Directory.Data.Areas.Single(a => a.Name == "Xã Bàu Mới").Id;
        await portal.NotifyAsync(Trips.Notice(area));
        Assert.Equal("Import.InUse", (await requests.TakeBackAsync(portal.Person(Administrator), id)).Refusal?.Code);
    }

    [Fact]
    public async Task Where_no_leader_has_to_approve_it_is_carried_out_at_once_and_can_be_taken_back()
    {
        await using var portal = await TestPortal.CreateAsync(("Org.LeaderApproves", "off"));
        var (requests, admin) = (portal.Requests(), portal.Person(Administrator));
        var before = await portal.OrganisationAsync();
        Assert.False((await requests.PreviewAsync(admin, "area-end", "A017", Copy(Forms["area-end"].Form))).Value.NeedsLeader);
        var id = await AskAsync(portal);
        Assert.NotEqual(before, await portal.OrganisationAsync());
        Assert.True(Assert.Single((await requests.ListAsync(admin)).Value) is { AtOnce: true, State: OrganisationRequestState.Approved });
        Assert.True((await requests.TakeBackAsync(admin, id)).IsSuccess);
        Assert.Equal(before, await portal.OrganisationAsync());

        // The parameter is softened only with a second person.
        await using var strict = await TestPortal.CreateAsync();
        Assert.False((await strict.Services.GetRequiredService<Portal.Web.Operations.Settings.SettingsActs>().ChangeAsync(
            strict.Person(Administrator), "Org.LeaderApproves", "off", "Ban đang sắp xếp lại tổ chức")).Value);
        Assert.Equal("on", (await strict.Operations.ContextAsync(Actor.System)).Settings.Text("Org.LeaderApproves"));
    }

    [Fact]
    public async Task R_ORG_06_A_trip_for_a_day_without_its_area_is_warned_of_with_the_day_and_the_successor()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        var released = await portal.AcknowledgedPlanAsync(Plans.Item());
        await portal.MustChangeAsync("area-reorganize", "", Merger());
        var (modules, texts, context) = (portal.Services.GetRequiredService<ProcessModules>(),
            portal.Services.GetRequiredService<Localizer>(), await portal.Operations.ContextAsync(portal.Person(Trips.Lead)));
        async Task<List<string>> WarnedAsync<T>(string process, string form, T input, Guid? caseId = null)
        {
            var view = caseId is { } of ? (await portal.Cases.FindAsync(portal.Person(Trips.Lead), of)).Value : null;
            return [.. modules.Of(process).Warnings(form, FormInput.ToJson(input), view, context, texts)];
        }

        // The notice that begins before and returns after; one that is before is not warned of.
        Assert.Empty(await WarnedAsync("field-trip", TripForms.Notice.Key, Trips.Notice()));
        var late = Trips.Notice() with { ReturnsAt = From.ToDateTime(new TimeOnly(11, 0)) };
        var warning = Assert.Single(await WarnedAsync("field-trip", TripForms.Notice.Key, late));
        Assert.Contains("11/10/2026", warning, StringComparison.Ordinal);
        Assert.Contains("12/10/2026", warning, StringComparison.Ordinal);
        Assert.Contains("Xã Bàu Mới", warning, StringComparison.Ordinal);

        // A trip that is postponed, a row of a plan, a row that is moved.
        Assert.Equal(warning, Assert.Single(await WarnedAsync("field-trip", TripForms.Change.Key,
            new TripChangeInput { DepartsAt = From.ToDateTime(new TimeOnly(8, 0)), ReturnsAt = late.ReturnsAt }, id)));
        Assert.Equal($"Mục 2: {warning}", Assert.Single(await WarnedAsync("monthly-trip-plan", PlanForms.Plan.Key, Plans.Plan(
            Plans.Item(20, "A001"), Plans.Item() with { DateFrom = From, DateTo = From }), released[0].PlanId)));
        Assert.Equal(warning, Assert.Single(await WarnedAsync("monthly-trip-plan", PlanForms.Move.Key,
            new PlanItemMoveInput { Item = 1, DateFrom = From, DateTo = From }, released[0].PlanId)));

        // A notice for a day on which there is no such area is refused, and the refusal names the successor.
        var refused = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with
        {
            DepartsAt = From.ToDateTime(new TimeOnly(8, 0)),
            ReturnsAt = late.ReturnsAt,
            Programme = [Trips.Notice().Programme![0] with { Date = From }],
        });
        Assert.Contains("Xã Bàu Mới", Assert.Single(refused.Refusal!.Fields, f => f.Code == "Trip.AreaBecame").Args);
    }

    private static AreaReorganizeInput Merger() => new()
    {
        Kind = LineageKind.Merge,
        AreaIds = ["A017", "A018"],
        From = From,
        Decision = Signed,
        Successors = [new SuccessorInput { Name = "Xã Bàu Mới", KindId = "XA", GroupId = "N01" }],
    };

    // A group that watches nothing, so that it can end.
    private static async Task<TestPortal> ReadyAsync()
    {
        var portal = await TestPortal.CreateAsync();
        var made = await portal.Services.GetRequiredService<OrganisationAdministration>().DoAsync(
            portal.Person(Administrator), "group-create", "", FormInput.ToJson(new GroupCreateInput
            {
                Code = "N99",
                Name = "Nhóm tạm",
                LeadId = "S27",
                Members = [new GroupMemberInput { PersonId = "S27" }, new GroupMemberInput { PersonId = "S33" }],
                From = new DateOnly(2026, 10, 5),
                Decision = Signed,
            }));
        Assert.True(made.IsSuccess, $"{made.Refusal?.Code} {string.Join(';', made.Refusal?.Fields ?? [])}");
        return portal;
    }

    private static async Task<Guid> AskAsync(TestPortal portal, AreaReorganizeInput? input = null) =>
        (await portal.Requests().AskAsync(
            portal.Person(Administrator), "area-reorganize", "", FormInput.ToJson(input ?? Merger()), null, "")).Value;

    private static Task<int> ToldAsync(TestPortal portal, string person, string key) => portal.ReadAsync(async db =>
        (await db.Notifications.Where(n => n.PersonId == person && n.Kind == NotificationKind.OrganisationRequest).ToListAsync())
            .Count(n => n.Text.Parts.Any(p => p.Key == key)));

    private static async Task<string> GroupIdAsync(TestPortal portal, string name) =>
        (await portal.Operations.ContextAsync(Actor.System)).Directory.Data.Groups.Single(g => g.Name == name).Id;

    private static JsonObject Copy(JsonObject form) => (JsonObject)form.DeepClone();
}
