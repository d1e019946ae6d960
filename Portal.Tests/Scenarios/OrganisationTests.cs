using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.WorkingCalendar;
using Portal.Tests.TestKit;
using Portal.Web.Documents.Workbook;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Cases;
using Portal.Web.Security;

namespace Portal.Tests.Scenarios;

/// <summary>What administrators do with the organisation, on the real database: rights, trail, and what it means for cases at
/// work.</summary>
public class OrganisationTests
{
    private const string Administrator = "S06";
    private static readonly DecisionInput Signed = new() { Number = "301-QĐ/BTCTU", Date = new DateOnly(2026, 10, 5), SignerId = "L1" };
    private static readonly DateOnly From = new(2026, 10, 12);

    [Theory]
    [InlineData(Administrator, true, true)]
    [InlineData(Trips.Head, true, false)]
    [InlineData(Trips.Leader, false, false)]
    [InlineData(Trips.Lead, false, false)]
    [InlineData(Trips.Member, false, false)]
    [InlineData(MeetingRoad.Clerk, false, false)]
    [InlineData("S37", false, false)]
    public async Task Every_list_and_every_act_against_who_may(string person, bool reads, bool changes)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (actor, administration, registry) = (portal.Person(person), portal.Services.GetRequiredService<OrganisationAdministration>(),
            portal.Services.GetRequiredService<Registry>());
        foreach (var register in Registers.All)
        {
            Assert.Equal(reads, (await registry.ListAsync(actor, register, new RegisterFilter(), k => k)).IsSuccess);
        }

        Assert.Equal(reads, (await registry.FindAsync(actor, Registers.Groups, "N03", k => k)).IsSuccess);
        Assert.Equal(reads, (await portal.Services.GetRequiredService<CalendarAdministration>().YearAsync(actor, 2026)).IsSuccess);
        var (accounts, calendar) =
            (portal.Services.GetRequiredService<AccountAdministration>(), portal.Services.GetRequiredService<CalendarAdministration>());
        foreach (var act in OrganisationAct.All)
        {
            var refusal = (await administration.DoAsync(actor, act.Key, act.OfRow ? "N03" : "", [])).Refusal;
            Assert.NotNull(refusal);
            Assert.Equal(!changes, refusal.Code == "Common.Forbidden");
            Assert.Equal(!changes, (await administration.OpenAsync(actor, act.Key, "N03")).Refusal?.Code == "Common.Forbidden");
        }

        Assert.Equal(changes, (await portal.Imports().TryAsync(actor, [], (_, _) => null)).IsSuccess);
        Assert.Equal(changes,
            (await calendar.SetAsync(actor,
                FormInput.ToJson(new CalendarDayInput
                {
                    Date = new DateOnly(2026, 12, 1),
                    Kind = CalendarDayKind.Holiday,
                    Note = "Thử"
                }))).IsSuccess);
        Assert.Equal(changes, (await calendar.RemoveAsync(actor, new DateOnly(2026, 1, 1))).IsSuccess);
        Assert.Equal(changes, (await accounts.FindAsync(actor, "S31")).IsSuccess);
        Assert.Equal(changes, (await accounts.ResetAsync(actor, "S31", "Theo đề nghị của Văn phòng")).IsSuccess);
        Assert.Equal(changes, (await accounts.LockAsync(actor, "S33", "Theo đề nghị của Văn phòng")).IsSuccess);
        Assert.Equal(changes, (await accounts.UnlockAsync(actor, "S33", "Theo đề nghị của Văn phòng")).IsSuccess);
        Assert.Equal(changes ? "Account.HasOne" : "Common.Forbidden", (await accounts.CreateAsync(actor, "S31", "ai.do")).Refusal!.Code);
    }

    [Fact]
    public async Task Two_communes_merge_with_cases_open_and_the_successors_group_reads_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var administration = portal.Services.GetRequiredService<OrganisationAdministration>();
        await portal.NotifyAsync();
        Assert.Equal("CT-2026/0001",
            Assert.Single((await administration.OpenAsync(portal.Person(Administrator), "area-end", "A017")).Value.Open).Number);
        Assert.True((await portal.Cases.ListAsync(portal.Person("S27"), new CaseFilter())).Total == 0);

        var other = (await portal.Operations.ContextAsync(Actor.System)).Directory.GroupsOf("S27", new DateOnly(2026, 10, 5)).First();
        await MustAsync(portal, "area-reorganize", "", new AreaReorganizeInput
        {
            Kind = LineageKind.Merge,
            AreaIds = ["A017", "A018"],
            From = From,
            Decision = Signed,
            Successors = [new SuccessorInput { Name = "Xã Bàu Mới", KindId = "XA", GroupId = other }],
        });
        portal.GoTo(From.ToDateTime(new TimeOnly(8, 0)));
        Assert.Equal("CT-2026/0001", Assert.Single((await portal.Cases.ListAsync(portal.Person("S27"), new CaseFilter())).Rows).Number);
        Assert.Equal(
            "CT-2026/0001", Assert.Single((await portal.Cases.ListAsync(portal.Person(Trips.Member), new CaseFilter())).Rows).Number);

        // R-ORG-06: a record of that day names the new area, no longer the old one.
        var old = await portal.StartAsync("field-trip", Trips.Member,
            Trips.Notice() with
            {
                DepartsAt = From.AddDays(8).ToDateTime(new TimeOnly(8, 0)),
                ReturnsAt = From.AddDays(8).ToDateTime(new TimeOnly(11, 0)),
                Programme = [Trips.Notice().Programme![0] with { Date = From.AddDays(8) }]
            });
        Assert.False(old.IsSuccess);

        var details = await portal.ReadAsync(db =>
            db.AuditEntries.Where(a => a.Act == "Organisation.area-reorganize").Select(a => a.Details).SingleAsync());
        Assert.Contains("MonitoredArea A017: ValidTo ∅ → 11/10/2026", details, StringComparison.Ordinal);
        Assert.Contains("Xã Bàu Mới", details, StringComparison.Ordinal);
        Assert.Null((await portal.Services.GetRequiredService<AuditQueries>().VerifyAsync(portal.Person(Administrator))).Value.FirstBroken);
    }

    [Fact]
    public async Task A_new_member_finds_the_open_step_the_day_the_change_takes_effect()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        var context = await portal.Operations.ContextAsync(Actor.System);
        var members = context.Directory.MembersOf("N03", context.Today)
            .Where(m => m != Trips.Lead)
            .Append("S27")
            .Select(p => new GroupMemberInput { PersonId = p })
            .ToArray();
        await MustAsync(
            portal, "group-members", "N03", new GroupMembersInput { LeadId = "S27", Members = members, From = From, Decision = Signed });
        Assert.Equal(Trips.Lead, (await portal.Operations.ContextAsync(Actor.System)).Directory.LeadOf("N03", From.AddDays(-1)));
        portal.GoTo(From.ToDateTime(new TimeOnly(8, 0)));
        context = await portal.Operations.ContextAsync(Actor.System);
        Assert.Equal("S27", context.Directory.LeadOf("N03", context.Today));
        Assert.Equal(1, (await portal.Cases.ListAsync(portal.Person("S27"), new CaseFilter())).Total);
    }

    [Fact]
    public async Task Who_changed_it_first_is_not_overwritten_in_silence()
    {
        await using var portal = await TestPortal.CreateAsync();
        var administration = portal.Services.GetRequiredService<OrganisationAdministration>();
        var admin = portal.Person(Administrator);
        var (first, second) = ((await administration.OpenAsync(admin, "group-edit", "N03")).Value,
            (await administration.OpenAsync(admin, "group-edit", "N03")).Value);
        Assert.True((await administration.DoAsync(admin, "group-edit", "N03", new JsonObject { ["name"] = "Nhóm Ba" }, first.Known))
            .IsSuccess);
        Assert.Equal("Org.ChangedMeanwhile",
            (await administration.DoAsync(admin, "group-edit", "N03", new JsonObject { ["name"] = "Nhóm 3A" }, second.Known))
                .Refusal!.Code);
        Assert.Equal("Nhóm Ba", (await portal.Operations.ContextAsync(Actor.System)).Directory.Group("N03")!.Name);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.ReadAsync(async db =>
            (await db.Memberships.CountAsync(), await db.AssignmentDecisions.CountAsync(), await db.AuditEntries.CountAsync()));
        var form = FormInput.ToJson(new GroupMembersInput
        {
            LeadId = "S31",
            Members = [new GroupMemberInput { PersonId = "S31" }],
            From = From,
            Decision = Signed
        });
        var refused = await portal.Requests().AskAsync(portal.Person(Administrator), "group-members", "N03", form, null, "");
        Assert.Equal("Org.TooFewMembers", Assert.Single(refused.Refusal!.Fields).Code);
        Assert.Equal(before,
            await portal.ReadAsync(async db =>
                (await db.Memberships.CountAsync(), await db.AssignmentDecisions.CountAsync(), await db.AuditEntries.CountAsync())));
        Assert.Equal(Trips.Lead, (await portal.Operations.ContextAsync(Actor.System)).Directory.LeadOf("N03", From));
    }

    [Fact]
    public async Task A_list_goes_out_comes_back_changed_and_holds_no_formula()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var exported = await portal.WorkbookAsync(Administrator, "staff");
        var staff = (await portal.Operations.ContextAsync(Actor.System)).Directory.Data.Staff.Count;
        var report = await portal.TryAsync(Administrator, exported);
        Assert.Equal(staff, report.Count(ImportOutcome.Same));

        using var changed = new MadeWorkbook().Sheet("Cán bộ").Row("Mã", "Họ và tên", "Chức vụ")
            .Row("S31", "Giang Minh Vượng", "Chuyên viên chính").Row(null, "Đỗ Thị Ươm", "=cmd|'/c calc'!A1").Make();
        var stored = await portal.StoreAsync(Administrator, changed);
        Assert.Equal((1, 1, true), (stored.Count(ImportOutcome.New), stored.Count(ImportOutcome.Changed), stored.IsStored));
        var after = (await portal.Operations.ContextAsync(Actor.System)).Directory;
        Assert.Equal("Chuyên viên chính", after.Person("S31")!.Position);
        var added = after.Data.Staff.Single(s => s.FullName == "Đỗ Thị Ươm");
        Assert.Equal("=cmd|'/c calc'!A1", added.Position);
        Assert.Equal([Role.DepartmentStaff], after.RolesOf(added.Id, new DateOnly(2026, 10, 5)));

        // What looks like a formula goes out as text: no cell of the sheet holds one.
        using var zip = new ZipArchive(await portal.WorkbookAsync(Administrator, "staff"));
        using var sheet =
            new StreamReader(zip.Entries.First(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        Assert.DoesNotContain("<x:f>", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_is_none_is_said_to_be_none()
    {
        await using var portal = await TestPortal.CreateAsync();
        byte[] zipOfNothing;
        using (var stream = new MemoryStream())
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var entry = zip.CreateEntry("xl/workbook.xml").Open();
                entry.Write("<oops"u8);
            }

            zipOfNothing = stream.ToArray();
        }

        byte[] bomb;
        using (var stream = new MemoryStream())
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.CreateEntry("xl/workbook.xml").Open().Dispose();
                using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
                var zeros = new byte[1024 * 1024];
                for (var i = 0; i < 101; i++)
                {
                    entry.Write(zeros);
                }
            }

            bomb = stream.ToArray();
        }

        foreach (var bytes in new[] { [], "xin chào"u8.ToArray(), zipOfNothing, bomb })
        {
            using var file = new MemoryStream(bytes);
            Assert.Equal("Import.NotASheet", RawWorkbook.Read(file).Refusal?.Code);
        }

        using var foreign = new MemoryStream();
        foreign.SaveAs(new[] { new { Khác = "1" } });
        Assert.Equal("Import.NothingKnown", portal.Read(foreign).Refusal?.Code);
        using var headless = new MadeWorkbook().Sheet("Địa bàn").Row("Khác").Row("1").Make();
        Assert.Equal("Import.ColumnsMissing", portal.Read(headless).Refusal?.Code);
        using var empty = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên").Make();
        Assert.Equal("Import.Empty", portal.Read(empty).Refusal?.Code);
    }

    [Fact]
    public async Task An_account_is_made_locked_and_opened_and_an_open_page_notices()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (admin, accounts) = (portal.Person(Administrator), portal.Services.GetRequiredService<AccountAdministration>());
        await MustAsync(portal, "staff-create", "",
            new StaffCreateInput
            {
                Code = "S90",
                FullName = "Đặng Thị Ướt",
                Position = "Chuyên viên",
                Roles = [Role.DepartmentStaff],
                From = new DateOnly(2026, 10, 5)
            });
        Assert.Equal("uot.dt", await accounts.SuggestAsync("Đặng Thị Ướt"));
        var password = (await accounts.CreateAsync(admin, "S90", "uot.dt")).Value;
        Assert.Matches("^[A-Za-z2-9]{14}$", password);
        Assert.DoesNotContain(password,
            string.Join('\n', await portal.ReadAsync(db => db.AuditEntries.Select(a => a.Details + a.Subject + a.Reason).ToListAsync())),
            StringComparison.Ordinal);
        await MustAsync(portal, "staff-create", "",
            new StaffCreateInput { Code = "S91", FullName = "Lê Thị Mới", Position = "Chuyên viên", From = new DateOnly(2026, 10, 5) });
        Assert.Equal("Account.NameTaken", Assert.Single((await accounts.CreateAsync(admin, "S91", "uot.dt")).Refusal!.Fields).Code);

        var page = await PrincipalAsync(portal, "S90");
        Assert.True(await IsGoodAsync(portal, page));
        Assert.True((await SignInAsync(portal, "uot.dt", password)).Succeeded);
        Assert.True((await accounts.LockAsync(admin, "S90", "Theo đề nghị của Văn phòng")).IsSuccess);
        Assert.False(await IsGoodAsync(portal, page));
        Assert.True((await SignInAsync(portal, "uot.dt", password)).IsLockedOut);
        Assert.Equal("Account.OwnLock", (await accounts.LockAsync(admin, Administrator, "Theo đề nghị của Văn phòng")).Refusal!.Code);

        Assert.True((await accounts.UnlockAsync(admin, "S90", "Theo đề nghị của Văn phòng")).IsSuccess);
        var renewed = (await accounts.ResetAsync(admin, "S90", "Theo đề nghị của Văn phòng")).Value;
        Assert.False((await SignInAsync(portal, "uot.dt", password)).Succeeded);
        Assert.True((await SignInAsync(portal, "uot.dt", renewed)).Succeeded);
        Assert.True((await accounts.FindAsync(admin, "S90")).Value!.MustChangePassword);

        // The last day ends while somebody still works on a page.
        await MustAsync(portal, "staff-end", "S90", new EndInput { Last = new DateOnly(2026, 10, 6), Reason = "Chuyển công tác" });
        portal.GoTo(new DateTime(2026, 10, 6, 23, 55, 0));
        page = await PrincipalAsync(portal, "S90");
        Assert.True(await IsGoodAsync(portal, page));
        portal.GoTo(new DateTime(2026, 10, 7, 0, 1, 0));
        Assert.False(await IsGoodAsync(portal, page));
        Assert.True((await SignInAsync(portal, "uot.dt", renewed)).IsNotAllowed);
    }

    [Fact]
    public async Task Accounts_for_all_are_made_at_once_each_in_the_trail_and_no_password_kept()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (admin, accounts) = (portal.Person(Administrator), portal.Services.GetRequiredService<AccountAdministration>());
        Assert.Empty((await accounts.WithoutAsync(admin)).Value);
        using var file = new MadeWorkbook().Sheet("Cán bộ").Row("Họ và tên", "Chức vụ", "Đến ngày").Row("Đặng Thị Ướt", "Chuyên viên")
            .Row("Đỗ Thị Ướt", "Chuyên viên").Row("Lê Đã Nghỉ", "Chuyên viên", "01/10/2026").Row("Lê Còn Chờ", "Chuyên viên").Make();
        using var past = new MadeWorkbook().Sheet("Cán bộ").Row("Họ và tên", "Chức vụ", "Từ ngày", "Đến ngày")
            .Row("Đặng Thị Ướt", "Chuyên viên").Row("Đỗ Thị Ướt", "Chuyên viên")
            .Row("Lê Đã Nghỉ", "Chuyên viên", "01/01/2025", "01/10/2026")
            .Row("Lê Còn Chờ", "Chuyên viên").Make();
        Assert.Equal("Cán bộ 4 to: Org.EndsBeforeStart", Assert.Single(WorkbookTrial.Errors(await portal.TryAsync(Administrator, file))));
        await portal.StoreAsync(Administrator, past);
        var rows = (await accounts.WithoutAsync(admin)).Value;
        Assert.Equal(["cho.lc", "uot.dt", "uot.dt2"], rows.Select(r => r.UserName));
        var slips = (await accounts.CreateManyAsync(admin, [.. rows.Skip(1).Select(r => r.PersonId), "S31", "ai"])).Value;
        Assert.Equal(["Đặng Thị Ướt", "Đỗ Thị Ướt"], slips.Select(s => s.FullName));
        Assert.True((await SignInAsync(portal, slips[1].UserName, slips[1].Password)).Succeeded);
        Assert.Equal("cho.lc", Assert.Single((await accounts.WithoutAsync(admin)).Value).UserName);
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Account.Created")));
        Assert.DoesNotContain(slips[0].Password,
            string.Join('\n', await portal.ReadAsync(db => db.AuditEntries.Select(a => a.Details + a.Subject + a.Reason).ToListAsync())),
            StringComparison.Ordinal);
        Assert.Equal("Common.Forbidden", (await accounts.WithoutAsync(portal.Person(Trips.Head))).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await accounts.CreateManyAsync(portal.Person(Trips.Lead), ["S31"])).Refusal!.Code);
    }

    [Fact]
    public async Task The_regulation_gets_its_number_and_the_page_for_setting_up_says_what_is_missing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (admin, regulation, assistant) = (portal.Person(Administrator),
            portal.Services.GetRequiredService<RegulationAdministration>(), portal.Services.GetRequiredService<SetupAssistant>());
        async Task<SetupRow> RowAsync(string key) => (await assistant.RowsAsync(admin)).Value.Single(r => r.Key == key);
        Assert.Equal(SetupState.None, (await RowAsync("regulation")).State);
        Assert.Equal(["number", "date"], (await regulation.SetAsync(admin, [])).Refusal!.Fields.Select(f => f.Path));
        Assert.True((await regulation.SetAsync(admin, FormInput.ToJson(new RegulationInput
        {
            Number = "123-QĐ/BTCTU",
            Date = new DateOnly(2026, 8, 15),
        }))).IsSuccess);
        Assert.Equal(SetupState.Complete, (await RowAsync("regulation")).State);
        Assert.Equal((105, 0), ((await RowAsync("areas")).Have, (await RowAsync("areas")).Missing));
        await portal.DamageAsync("DELETE FROM AreaContacts WHERE AreaId = 'A017'");
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
        Assert.Equal((SetupState.Partly, 1, "Xã Bàu Nổi"),
            ((await RowAsync("contacts")).State, (await RowAsync("contacts")).Missing, (await RowAsync("contacts")).Lacking));
        Assert.Equal("Common.Forbidden", (await assistant.RowsAsync(portal.Person(Trips.Head))).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await regulation.SetAsync(portal.Person(Trips.Head), [])).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await regulation.OpenAsync(portal.Person(Trips.Lead))).Refusal!.Code);
    }

    [Fact]
    public async Task A_new_holiday_moves_the_deadlines_that_are_set_from_then_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var calendar = portal.Services.GetRequiredService<CalendarAdministration>();
        var admin = portal.Person(Administrator);
        Assert.Equal(
            new DateOnly(2026, 10, 6), (await portal.Operations.ContextAsync(admin)).Calendar.AddWorkingDays(new DateOnly(2026, 10, 5), 1));
        Assert.True((await calendar.SetAsync(admin,
            FormInput.ToJson(new CalendarDayInput
            {
                Date = new DateOnly(2026, 10, 6),
                To = new DateOnly(2026, 10, 7),
                Kind = CalendarDayKind.Holiday,
                Note = "Nghỉ do bão"
            }))).IsSuccess);
        Assert.Equal(
            new DateOnly(2026, 10, 8), (await portal.Operations.ContextAsync(admin)).Calendar.AddWorkingDays(new DateOnly(2026, 10, 5), 1));
        Assert.True((await calendar.RemoveAsync(admin, new DateOnly(2026, 10, 6))).IsSuccess);
        Assert.Equal(
            new DateOnly(2026, 10, 6), (await portal.Operations.ContextAsync(admin)).Calendar.AddWorkingDays(new DateOnly(2026, 10, 5), 1));
        foreach (var wrong in new[]
        {
            new CalendarDayInput { Date = new DateOnly(2026, 10, 8), Kind = CalendarDayKind.SwappedWorking, Note = "Làm bù" },
            new CalendarDayInput { Date = new DateOnly(2026, 10, 8), To = new DateOnly(2026, 10, 7), Kind = CalendarDayKind.Holiday,
                Note = "Nghỉ" },
            new CalendarDayInput { Date = new DateOnly(2026, 10, 8), To = new DateOnly(2027, 10, 7), Kind = CalendarDayKind.Holiday,
                Note = "Nghỉ" },
            new CalendarDayInput { Date = new DateOnly(2026, 10, 8), Kind = CalendarDayKind.Weekend, Note = "Nghỉ" },
        })
        {
            Assert.Equal("Common.Invalid", (await calendar.SetAsync(admin, FormInput.ToJson(wrong))).Refusal?.Code);
        }
    }

    private static Task MustAsync<T>(TestPortal portal, string act, string id, T input) => portal.MustChangeAsync(act, id, input);

    private static async Task<SignInResult> SignInAsync(TestPortal portal, string userName, string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<UserAccount>>();
        return await signIn.CheckPasswordSignInAsync(
            (await signIn.UserManager.FindByNameAsync(userName))!, password, lockoutOnFailure: false);
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(TestPortal portal, string personId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>()
            .CreateAsync(await users.Users.SingleAsync(u => u.PersonId == personId));
    }

    private static Task<bool> IsGoodAsync(TestPortal portal, ClaimsPrincipal principal) =>
        portal.Services.GetRequiredService<AccountCheck>().IsGoodAsync(principal);
}
