using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;

namespace Portal.Tests.Scenarios;

/// <summary>The organisation as one workbook: out and in again, shown first, taken back.</summary>
public class OrganisationWorkbookTests
{
    private const string Administrator = "S06";

    [Fact]
    public async Task The_whole_organisation_goes_out_and_comes_in_without_a_change()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = await portal.WorkbookAsync(Administrator);
        using (var document = SpreadsheetDocument.Open(file, isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
            Assert.True(document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DataValidation>()).Count() > 25);
            Assert.DoesNotContain(document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()),
                c => c.CellFormula is not null);
        }

        var read = portal.Read(file).Value;
        Assert.Equal(portal.Imports().Sheets.Where(s => s.Key != "ratings").Select(s => s.Key).Order(),
            read.Tables.Where(t => t.Lines.Count > 0).Select(t => t.Sheet).Order());
        Assert.All(read.Tables, t => Assert.Empty(t.Unknown));
        var report = await portal.TryAsync(Administrator, file);
        Assert.Empty(WorkbookTrial.Errors(report));
        Assert.All(report.Rows, r => Assert.True(r.Outcome == ImportOutcome.Same, $"{r.SheetName} {r.Line} {r.Name}"));
        Assert.True(report.Rows.Count > 600, $"{report.Rows.Count}");
    }

    [Fact]
    public async Task It_goes_into_an_empty_portal_and_is_the_same_organisation_there_and_is_taken_back_whole()
    {
        await using var demo = await TestPortal.CreateAsync();
        using var file = await demo.WorkbookAsync(Administrator);
        await using var portal = await TestPortal.CreateAsync();
        await EmptyAsync(portal);
        var before = await StateAsync(portal);
        var stored = await portal.StoreAsync("QT01", file);
        Assert.True(stored.IsStored);
        Assert.Equal(Of(await demo.Operations.ContextAsync(Actor.System)), Of(await portal.Operations.ContextAsync(Actor.System), "QT01"));

        // The same once more changes nothing.
        var again = await portal.TryAsync("QT01", file);
        Assert.False(again.ChangesAnything || again.HasErrors, string.Join('\n', WorkbookTrial.Errors(again)));

        var import = Assert.Single((await portal.Imports().ListAsync(portal.Person("QT01"))).Value);
        Assert.Equal(stored.Count(ImportOutcome.New), import.NewRows);
        var undone = await portal.Imports().TakeBackAsync(portal.Person("QT01"), import.Id);
        Assert.True(undone.IsSuccess, undone.Refusal?.Code);
        Assert.Equal(before, await StateAsync(portal));
        Assert.Equal("Import.TakenBackBefore", (await portal.Imports().TakeBackAsync(portal.Person("QT01"), import.Id)).Refusal!.Code);
        Assert.Equal(["Organisation.import", "Organisation.importTakenBack"], await portal.ReadAsync(db => db.AuditEntries
            .Where(a => a.Act.StartsWith("Organisation.import")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Values_are_shown_old_and_new_and_taking_back_gives_the_old_ones()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await StateAsync(portal);
        using var file = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên", "Địa chỉ").Row("A017", "Xã Bàu Nổi (mới)", "Số 1")
            .Sheet("Cán bộ").Row("Họ và tên", "Chức vụ").Row("Giang Minh Vượng", "Chuyên viên chính")
            .Sheet("Xếp loại các năm trước").Row("Địa bàn", "Năm", "Mức xếp loại").Row("A065", 2025, "Hoàn thành tốt nhiệm vụ").Make();
        var tried = await portal.TryAsync(Administrator, file);
        Assert.Equal(
        [
            "name: Xã Bàu Nổi → Xã Bàu Nổi (mới)", "address:  → Số 1", "position: Chuyên viên → Chuyên viên chính",
            "area:  → Đảng ủy các cơ quan Đảng tỉnh", "year:  → 2025", "level:  → Good",
        ], tried.Rows.OrderBy(r => r.Sheet == "areas" ? 0 : 1).SelectMany(r => r.Changes)
            .Select(c => $"{c.Column.Key}: {c.Before} → {c.After}"));
        Assert.Equal(before, await StateAsync(portal));

        Assert.True((await portal.StoreAsync(Administrator, file)).IsStored);
        Assert.Equal("Xã Bàu Nổi (mới)", (await portal.Operations.ContextAsync(Actor.System)).Directory.Area("A017")!.Name);
        Assert.Equal(QualityRating.Good, await portal.ReadAsync(db => db.Set<PastRating>().Select(r => r.Level).SingleAsync()));
        var id = (await portal.Imports().ListAsync(portal.Person(Administrator))).Value[0].Id;
        Assert.True((await portal.Imports().TakeBackAsync(portal.Person(Administrator), id)).IsSuccess);
        Assert.Equal(before, await StateAsync(portal));
    }

    [Fact]
    public async Task An_import_is_not_taken_back_when_something_has_come_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var first = new MadeWorkbook().Sheet("Cán bộ").Row("Mã", "Họ và tên", "Chức vụ")
            .Row("S90", "Đỗ Thị Ươm", "Chuyên viên").Make();
        await portal.StoreAsync(Administrator, first);
        var id = (await portal.Imports().ListAsync(portal.Person(Administrator))).Value[0].Id;
        using var second = new MadeWorkbook().Sheet("Cán bộ").Row("Mã", "Họ và tên").Row("S90", "Đỗ Thị Ướm").Make();
        await portal.StoreAsync(Administrator, second);
        var refused = (await portal.Imports().TakeBackAsync(portal.Person(Administrator), id)).Refusal!;
        Assert.Equal(("Import.ChangedSince", "Đỗ Thị Ướm"), (refused.Code, refused.Args[0]));
        await portal.Imports().TakeBackAsync(
            portal.Person(Administrator), (await portal.Imports().ListAsync(portal.Person(Administrator))).Value[0].Id);

        var accounts = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Portal.Web.Operations.Administration.AccountAdministration>(portal.Services);
        await accounts.CreateAsync(portal.Person(Administrator), "S90", "uom.dt");
        Assert.Equal("Import.InUse", (await portal.Imports().TakeBackAsync(portal.Person(Administrator), id)).Refusal!.Code);
    }

    [Fact]
    public async Task What_was_not_shown_is_not_stored()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên").Row("A017", "Xã Bàu Mới").Make();
        var (tried, read) = (await portal.TryAsync(Administrator, file), portal.Read(file).Value);
        using var other = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên").Row("A017", "Xã Bàu Giữa").Make();
        await portal.StoreAsync(Administrator, other);
        Assert.Equal("Import.ShownOtherwise", (await portal.Imports().StoreAsync(
            portal.Person(Administrator), "x", read.Tables, portal.Words().OptionOf, tried)).Refusal!.Code);
    }

    [Fact]
    public async Task Areas_without_codes_come_in_once_however_often_the_file_is_read()
    {
        await using var portal = await TestPortal.CreateAsync();
        var made = new MadeWorkbook().Sheet("Sheet1").Row("TT", "Tên", "Loại");
        for (var i = 1; i <= 160; i++)
        {
            made.Row(i, $"Xã Thử số {i}", "Xã");
        }

        using var file = made.Make();
        Assert.Equal(160, (await portal.StoreAsync(Administrator, file)).Count(ImportOutcome.New));
        var again = await portal.TryAsync(Administrator, file);
        Assert.Equal((160, 0, 0), (again.Count(ImportOutcome.Same), again.Count(ImportOutcome.New), again.Count(ImportOutcome.Wrong)));

        // Nor under another code, nor twice in one file.
        using var coded = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên", "Loại").Row("A900", "xã thử SỐ 7", "XA")
            .Row(null, "Xã Mới Tinh", "XA").Row(null, "Xã mới  tinh", "XA").Make();
        Assert.Equal(["Địa bàn 2 name: Workbook.SameName", "Địa bàn 4 name: Workbook.SameNameAtLine"],
            WorkbookTrial.Errors(await portal.TryAsync(Administrator, coded)));
    }

    [Fact]
    public async Task The_small_inputs_that_went_wrong_are_read_right()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var areas = new MadeWorkbook().Sheet("Sheet1").Row("Mã", "Tên").Row("A001", "Phường Lam Tiền")
            .Row("A002", "Phường Lam Hậu (sửa)").Make();
        var read = portal.Read(areas).Value.Tables.Single();
        Assert.Equal(("areas", "code name"), (read.Sheet, string.Join(' ', read.Columns)));
        var tried = await portal.TryAsync(Administrator, areas);
        Assert.Equal([ImportOutcome.Same, ImportOutcome.Changed], tried.Rows.Select(r => r.Outcome));
        Assert.Equal("name", Assert.Single(tried.Rows[1].Changes).Column.Key);

        using var dated = new MadeWorkbook { Is1904 = true }.Sheet("Sheet1").Row("Mã", "Họ và tên", "Chức vụ", "Phòng", "Từ ngày")
            .Row(null, "Lê Thử Mac", "Chuyên viên", "TCDV", (44804d, MadeWorkbook.ShortDay)).Make();
        Assert.Contains(Assert.Single((await portal.TryAsync(Administrator, dated)).Rows).Changes,
            c => c is { Column.Key: "from", After: "2026-09-01" });

        using var eth = new MadeWorkbook().Sheet("Sheet1").Row("Mã", "Họ và tên", "Chức vụ", "Phòng", "Từ ngày")
            .Row(null, "Nguyễn Văn Ðạt", "Chuyên viên", "TCDV").Row(null, "Nguyễn Văn Đạt", "Chuyên viên", "TCDV").Make();
        var stored = await portal.StoreAsync(Administrator, eth);
        Assert.Equal(2, stored.Count(ImportOutcome.New));
        Assert.Equal("Workbook.SameNameAtLine", Assert.Single(stored.Rows[1].Notes).Code);
        Assert.Equal(2, await portal.ReadAsync(db => db.Staff.CountAsync(s => s.FullName == "Nguyễn Văn Đạt")));
        Assert.False((await portal.TryAsync(Administrator, eth)).ChangesAnything);
    }

    [Fact]
    public async Task Real_sheets_have_titles_merged_cells_hidden_rows_and_other_sheets_before_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = new MadeWorkbook()
            .Sheet("Bìa").Row("TỈNH ỦY LAM GIANG").Row("BAN TỔ CHỨC")
            .Sheet("DS xã").Row("BAN TỔ CHỨC TỈNH ỦY").Row("DANH SÁCH ĐỊA BÀN").Skip(1)
            .Row("STT", "Tên địa bàn (*)", "Loại hình", "Ghi chú", "Thời gian", null).Row(null, null, null, null, "Từ ngày", "Đến ngày")
            .Row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
            .Row(1, "Xã Một Mới", "Xã", null, (46266d, MadeWorkbook.OwnDay))
            .Hidden(2, "Xã Hai Mới", null, "ẩn", "01-09-26")
            .Row(3, "Xã Ba Mới", null, null, "ngày 1 tháng 9 năm 2026").Skip(2).Row()
            .Merge("B4:B5").Merge("C4:C5").Merge("E4:F4").Merge("C7:C9").Make();
        var read = portal.Read(file).Value;
        Assert.Equal("Bìa", Assert.Single(read.Passed));
        var table = Assert.Single(read.Tables);
        Assert.Equal(("areas", "from kind name to", "Ghi chú"),
            (table.Sheet, string.Join(' ', table.Columns.Order()), string.Join(' ', table.Unknown)));
        var report = await portal.TryAsync(Administrator, file);
        Assert.Empty(WorkbookTrial.Errors(report));
        Assert.Equal([7, 8, 9], report.Rows.Select(r => r.Line));
        Assert.All(report.Rows, r => Assert.Contains(r.Changes, c => c is { Column.Key: "from", After: "2026-09-01" }));
        Assert.All(report.Rows, r => Assert.Contains(r.Changes, c => c is { Column.Key: "kind", After: "Xã" }));
        Assert.Equal("Workbook.Hidden", Assert.Single(report.Rows[1].Notes).Code);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_with_its_sheet_and_row()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = new MadeWorkbook()
            .Sheet("Cán bộ").Row("Mã", "Họ và tên", "Chức vụ", "Phòng", "Từ ngày")
            .Row("s 1", "Một Người", "Chuyên viên", "TCDV", null)
            .Row("S91", "Hai Người", "Chuyên viên", "Phòng lạ", null)
            .Row("S92", "NguyÔn V¨n §øc", "Chuyên viên", null, null)
            .Row("S93", "Ba Người", null, null, null)
            .Row("S94", "Bốn Người", "Chuyên viên", null, 46266)
            .Row("S95", "Năm Người", "Chuyên viên", null, (46266d, MadeWorkbook.MonthAndYear))
            .Row("S96", "Sáu Người", "Chuyên viên", null, (46266d, MadeWorkbook.WrittenMonth))
            .Row("S97", "Bảy Người", "Chuyên viên", null, "9/2026")
            .Row("S98", ("Vâ", MadeWorkbook.OldFont), "Chuyên viên", null, new FormatException())
            .Row("S09", "Nguyễn Đình Ước", "Trưởng phòng", "TCCB", "02/01/2025")
            .Row("S10", new string('a', 201), "Trưởng phòng")
            .Sheet("Vai trò").Row("Cán bộ", "Vai trò", "Từ ngày")
            .Row("Ba Người", "Văn thư", "01/10/2026").Row("Nguyễn Thị Hoa", "Văn thư", "01/10/2026").Row("S14", "Giám đốc", "01/10/2026")
            .Row("Nguyễn Thị Hoa (S14)", "Công chức phòng", "01/10/2026").Row("S15", "Văn thư", "01/01/2020")
            .Sheet("Phân công địa bàn").Row("Địa bàn", "Nhóm", "Quyết định", "Từ ngày", "Đến ngày")
            .Row("A017", "Nhóm 4", "15-QĐ/BTCTU", "01/10/2026").Row("A017", "Nhóm 99", "15-QĐ/BTCTU", "01/10/2026")
            .Row("A018", "Nhóm 3", "112-QĐ/BTCTU", "01/07/2025", "01/06/2025")
            .Sheet("Quyết định phân công").Row("Số", "Ngày ký", "Người ký").Row("9-QĐ", "01/10/2026", "S09")
            .Sheet("Phạm vi phụ trách").Row("Lãnh đạo", "Nhóm", "Địa bàn", "Từ ngày").Row("L3", "Nhóm 1", "A017", "01/10/2026")
            .Row("S09", "Nhóm 1", null, "01/10/2026")
            .Sheet("Địa bàn").Row("Mã", "Tên", "Loại", "Thuộc địa bàn").Row("A019", "Xã Suối Đục", "Phường")
            .Row("A020", "Xã Suối Ngà", null, "A021")
            .Row("A021", "Xã Suối Khoan", null, "A020").Row("A022", "Xã Khe Mít", null, "E05")
            .Make();
        var report = await portal.TryAsync(Administrator, file);
        Assert.Equal(
        [
            "Cán bộ 2 code: Org.BadCode", "Cán bộ 3 department: Org.NotKnown", "Cán bộ 4 fullName: Workbook.OldFont",
            "Cán bộ 5 position: Common.Required", "Cán bộ 6 from: Workbook.NumberNotDay", "Cán bộ 7 from: Workbook.NoDayOfMonth",
            "Cán bộ 8 from: Workbook.NoDayOfMonth", "Cán bộ 9 from: Workbook.NoDayOfMonth", "Cán bộ 10 fullName: Workbook.OldFont",
            "Cán bộ 10 from: Workbook.FormulaFailed", "Cán bộ 11 from: Workbook.Fixed", "Cán bộ 12 fullName: Common.TooLong",
            "Vai trò 2 person: Workbook.NamesWrongRow", "Vai trò 3 person: Workbook.Ambiguous", "Vai trò 4 role: Org.NotKnown",
            "Vai trò 5 from: Workbook.OverlapsOpen", "Vai trò 6 from: Org.PersonNotValid",
            "Quyết định phân công 2 signer: Org.SignerNotLeader",
            "Địa bàn 2 kind: Org.KindByReorganisation", "Địa bàn 3 parent: Org.OwnParent", "Địa bàn 4 parent: Org.OwnParent",
            "Phân công địa bàn 2 : Org.AreaTaken", "Phân công địa bàn 3 group: Org.NotKnown", "Phân công địa bàn 4 to: Org.EndsBeforeStart",
            "Phạm vi phụ trách 2 group: Workbook.NotOneCharge", "Phạm vi phụ trách 3 from: Workbook.OverlapsOpen",
            "Phạm vi phụ trách 3 from: Org.NotLeaderThen",
        ], WorkbookTrial.Errors(report).Where(e => !e.StartsWith("Địa bàn 5", StringComparison.Ordinal)));
        Assert.Contains("Nguyễn Văn Đức", report.Rows.Single(r => r.Line == 4 && r.Sheet == "staff").Errors[0].Args);
        var read = portal.Read(file).Value;
        Assert.False((await portal.Imports().StoreAsync(
            portal.Person(Administrator), "x", read.Tables, portal.Words().OptionOf, report)).Value.IsStored);
        Assert.Equal(0, await portal.ReadAsync(db => db.OrganisationImports.CountAsync()));
    }

    [Fact]
    public async Task An_organisation_that_would_break_its_rules_is_refused_and_past_times_are_taken_as_they_are()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var alone = new MadeWorkbook()
            .Sheet("Nhóm").Row("Mã", "Tên", "Từ ngày").Row("N90", "Nhóm 90", "01/10/2026").Row("N91", "Nhóm 91", "01/01/2025")
            .Sheet("Thành viên nhóm").Row("Nhóm", "Cán bộ", "Trưởng nhóm", "Quyết định", "Từ ngày", "Đến ngày")
            .Row("N90", "S07", "Có", "112-QĐ/BTCTU", "01/10/2026")
            .Row("N91", "S07", "Có", "112-QĐ/BTCTU", "01/01/2025").Row("N91", "S08", null, "112-QĐ/BTCTU", "01/01/2026").Make();
        Assert.Equal(["Nhóm 2 : Org.TooFewMembers"],
            WorkbookTrial.Errors(await portal.TryAsync(Administrator, alone)));

        using var last = new MadeWorkbook().Sheet("Vai trò").Row("Cán bộ", "Vai trò", "Từ ngày", "Đến ngày")
            .Row("S06", "Quản trị hệ thống", "01/01/2025", "01/10/2026").Make();
        Assert.Contains(" 0 : Org.LastAdministrator", WorkbookTrial.Errors(await portal.TryAsync(Administrator, last)));
        using var headless = new MadeWorkbook().Sheet("Lãnh đạo Ban").Row("Cán bộ", "Chức vụ", "Từ ngày", "Đến ngày")
            .Row("L1", "Trưởng ban", "01/01/2025", "01/10/2026").Make();
        Assert.Contains("Lãnh đạo Ban 2 : Org.HeadMissing", WorkbookTrial.Errors(await portal.TryAsync(Administrator, headless)));
    }

    [Fact]
    public async Task R_ORG_07_While_a_leader_approves_a_workbook_ends_no_area_and_takes_in_what_is_new()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.OrganisationAsync();
        using var ends = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên", "Đến ngày").Row("A017", "Xã Bàu Nổi", "31/10/2026").Make();
        var (tried, read) = (await portal.TryAsync(Administrator, ends), portal.Read(ends).Value);
        Assert.False(tried.HasErrors);
        Assert.Equal("OrgRequest.WorkbookNeedsLeader", (await portal.Imports().StoreAsync(
            portal.Person(Administrator), read.Name, read.Tables, portal.Words().OptionOf, tried)).Refusal?.Code);
        Assert.Equal(before, await portal.OrganisationAsync());
        using var staff = new MadeWorkbook().Sheet("Cán bộ").Row("Mã", "Họ và tên", "Chức vụ", "Từ ngày")
            .Row("S901", "Đỗ Thị Ươm", "Chuyên viên", "01/10/2026").Make();
        Assert.True((await portal.StoreAsync(Administrator, staff)).IsStored);
    }

    [Fact]
    public async Task An_area_that_ends_takes_the_watch_over_it_along()
    {
        await using var portal = await TestPortal.CreateAsync(("Org.LeaderApproves", "off"));
        using var file = new MadeWorkbook().Sheet("Địa bàn").Row("Mã", "Tên", "Đến ngày").Row("A017", "Xã Bàu Nổi", "31/10/2026").Make();
        Assert.True((await portal.StoreAsync(Administrator, file)).IsStored);
        var directory = (await portal.Operations.ContextAsync(Actor.System)).Directory;
        Assert.Equal(("N03", null),
            (directory.GroupOfArea("A017", new DateOnly(2026, 10, 31)), directory.GroupOfArea("A017", new DateOnly(2026, 11, 1))));
    }

    [Fact]
    public async Task An_office_of_sixty_people_is_read_whole()
    {
        await using var portal = await TestPortal.CreateAsync();
        await EmptyAsync(portal);
        using var file = Office.Workbook();
        var tried = await portal.TryAsync("QT01", file);
        Assert.Empty(WorkbookTrial.Errors(tried));
        Assert.True((await portal.StoreAsync("QT01", file)).IsStored);
        var context = await portal.Operations.ContextAsync(Actor.System);
        var (directory, today) = (context.Directory, context.Today);
        Assert.Equal((60 + 1, 12, 160), (
            directory.Data.Staff.Count, directory.Data.Groups.Count, directory.Data.Areas.Count(a => a.IsValidOn(today))));
        Assert.All(directory.Data.Groups, g => Assert.Null(OrganisationRules.WhyNotActive(g, directory, today)));
        Assert.All(directory.Data.Areas.Where(a => a.IsValidOn(today)), a => Assert.NotNull(directory.GroupOfArea(a.Id, today)));
        Assert.All(directory.Data.Groups, g => Assert.NotNull(directory.LeaderInCharge(null, g.Id, today)));
    }

    [Fact]
    public async Task Texts_that_cells_share_are_read_with_the_font_of_their_letters()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var (sheet, shared) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<SharedStringTablePart>());
            shared.SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Text("Họ và tên")), new SharedStringItem(new Text("Chức vụ")),
                new SharedStringItem(new Run(new Text("Đỗ Thị ")), new Run(new Text("Ươm")), new PhoneticRun(new Text("x"))),
                new SharedStringItem(new Run(new RunProperties(new RunFont { Val = "VNI-Times" }), new Text("Sôn"))),
                new SharedStringItem(new Text("Chuyên viên")));
            Row RowOf(uint number, params string[] texts) => new(texts.Select((t, i) =>
                new Cell(new CellValue(t)) { CellReference = $"{(char)('A' + i)}{number}", DataType = CellValues.SharedString }))
            { RowIndex = number };
            sheet.Worksheet = new Worksheet(new SheetData(RowOf(1, "0", "1"), RowOf(2, "2", "4"), RowOf(3, "3", "4")));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "Cán bộ", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        var report = await portal.TryAsync(Administrator, file);
        Assert.Equal("Đỗ Thị Ươm", report.Rows[0].Name);
        var error = Assert.Single(report.Rows[1].Errors);
        Assert.Equal(("Workbook.OldFont", "VNI", "Sơn"), (error.Code, error.Args[0], error.Args[1]));
    }

    [Fact]
    public async Task Who_leaves_gives_up_what_was_to_come_and_gets_it_back_when_that_is_undone()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var roles = new MadeWorkbook().Sheet("Vai trò").Row("Cán bộ", "Vai trò", "Từ ngày")
            .Row("đ/c Nghiêm Thị Quyên", "Văn thư", "01/12/2026").Make();
        await portal.StoreAsync(Administrator, roles);
        var before = await StateAsync(portal);
        using var leaves = new MadeWorkbook().Sheet("Cán bộ").Row("Họ và tên", "Đến ngày").Row("Nghiêm Thị Quyên", "31/10/2026").Make();
        await portal.StoreAsync(Administrator, leaves);
        Assert.Equal("2026-10-31", await portal.ReadAsync(db => db.RoleGrants.Where(r => r.PersonId == "S07")
            .Select(r => r.ValidTo!.Value.ToString("yyyy-MM-dd")).SingleAsync()));
        var id = (await portal.Imports().ListAsync(portal.Person(Administrator))).Value[0].Id;
        var undone = await portal.Imports().TakeBackAsync(portal.Person(Administrator), id);
        Assert.True(undone.IsSuccess, undone.Refusal?.Code);
        Assert.Equal(before, await StateAsync(portal));
    }

    [Fact]
    public async Task Ratings_of_former_years_are_shown_to_those_who_may_read_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var file = new MadeWorkbook().Sheet("Xếp loại các năm trước").Row("Địa bàn", "Năm", "Xếp loại", "Văn bản")
            .Row("A065", 2025, "hoàn thành tốt nhiệm vụ", "45-KL/TU").Row("A065", "2026", "Hoàn thành nhiệm vụ")
            .Row("A017", 2024, "Hoàn thành nhiệm vụ").Make();
        Assert.Equal(["Xếp loại các năm trước 3 year: PastRating.YearNotOver", "Xếp loại các năm trước 4 year: PastRating.NoAreaThen"],
            WorkbookTrial.Errors(await portal.TryAsync(Administrator, file)));
        using var right = new MadeWorkbook().Sheet("Xếp loại các năm trước").Row("Địa bàn", "Năm", "Xếp loại", "Văn bản")
            .Row("A065", 2025, "hoàn thành tốt nhiệm vụ", "45-KL/TU").Make();
        await portal.StoreAsync(Administrator, right);
        var cycles = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Portal.Web.Processes.Reviews.ReviewCycles>(portal.Services);
        Assert.Equal("45-KL/TU", Assert.Single(await cycles.PastRatingsAsync(portal.Person(Trips.Head), "A065")).Document);
        Assert.Single(await cycles.PastRatingsAsync(portal.Person("S12"), "A065"));
        Assert.Empty(await cycles.PastRatingsAsync(portal.Person(Trips.Member), "A065"));
    }

    [Theory]
    [InlineData(Trips.Head)]
    [InlineData(Trips.Lead)]
    [InlineData(Trips.Member)]
    public async Task Only_administrators_do_any_of_it(string person)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (imports, actor) = (portal.Imports(), portal.Person(person));
        Assert.Equal("Common.Forbidden", (await imports.RowsAsync(actor, "x")).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await imports.TryAsync(actor, [], (_, _) => null)).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await imports.StoreAsync(actor, "x", [], (_, _) => null, new ImportReport([]))).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await imports.ListAsync(actor)).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await imports.TakeBackAsync(actor, Guid.NewGuid())).Refusal!.Code);
    }

    /// <summary>As an installation is after its first administrator was made.</summary>
    internal static async Task EmptyAsync(TestPortal portal)
    {
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            var db = o.Db;
            db.RemoveRange(await db.Departments.ToListAsync());
            db.RemoveRange(await db.Staff.ToListAsync());
            db.RemoveRange(await db.RoleGrants.ToListAsync());
            db.RemoveRange(await db.Leaders.ToListAsync());
            db.RemoveRange(await db.Portfolios.ToListAsync());
            db.RemoveRange(await db.AreaKinds.ToListAsync());
            db.RemoveRange(await db.Areas.ToListAsync());
            db.RemoveRange(await db.AreaLineage.ToListAsync());
            db.RemoveRange(await db.AreaContacts.ToListAsync());
            db.RemoveRange(await db.AssignmentDecisions.ToListAsync());
            db.RemoveRange(await db.Groups.ToListAsync());
            db.RemoveRange(await db.Memberships.ToListAsync());
            db.RemoveRange(await db.AreaAssignments.ToListAsync());
            db.RemoveRange(await db.Users.ToListAsync());
            return Portal.Domain.Common.Result.Ok;
        });
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            var from = o.Context.Today;
            o.Db.Staff.Add(new StaffMember { Id = "QT01", FullName = "Nguyễn Quản Trị", Position = "Quản trị", ValidFrom = from });
            o.Db.RoleGrants.Add(new RoleGrant { PersonId = "QT01", Role = Role.SystemAdministrator, ValidFrom = from });
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Portal.Web.Operations.ReferenceCache>(portal.Services).Invalidate();
    }

    /// <summary>All rows of the organisation, as they are stored.</summary>
    private static Task<string> StateAsync(TestPortal portal) => portal.ReadAsync(async db => string.Join('\n', [
        Json(await db.Departments.OrderBy(d => d.Id).ToListAsync()), Json(await db.Staff.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.RoleGrants.OrderBy(d => d.Id).ToListAsync()), Json(await db.Leaders.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.Portfolios.OrderBy(d => d.Id).ToListAsync()), Json(await db.AreaKinds.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.Areas.OrderBy(d => d.Id).ToListAsync()), Json(await db.AreaLineage.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.AreaContacts.OrderBy(d => d.Id).ToListAsync()), Json(await db.AssignmentDecisions.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.Groups.OrderBy(d => d.Id).ToListAsync()), Json(await db.Memberships.OrderBy(d => d.Id).ToListAsync()),
        Json(await db.AreaAssignments.OrderBy(d => d.Id).ToListAsync()), Json(await db.Set<PastRating>().ToListAsync()),
    ]));

    private static string Json<T>(T rows) => JsonSerializer.Serialize(rows);

    // The organisation without the keys that nobody sees, and without somebody who is only here.
    private static string Of(Portal.Domain.Cases.CaseContext context, string? without = null)
    {
        var data = context.Directory.Data;
        string DecisionOf(Guid id) =>
            data.Decisions.Where(d => d.Id == id).Select(d => $"{d.Number} {d.Date:O} {d.SignerId} {d.Summary}").Single();
        IEnumerable<string> rows =
        [
            .. data.Departments.Select(Json), .. data.Staff.Where(s => s.Id != without).Select(Json),
            .. data.Roles.Where(r => r.PersonId != without).Select(r => $"{r.PersonId} {r.Role} {r.ValidFrom:O} {r.ValidTo:O}"),
            .. data.Leaders.Select(l => $"{l.PersonId} {l.Position} {l.IsStanding} {l.Order} {l.ValidFrom:O} {l.ValidTo:O}"),
            .. data.Portfolios.Select(p => $"{p.PersonId} {p.GroupId} {p.AreaId} {p.DepartmentId} {p.ValidFrom:O} {p.ValidTo:O}"),
            .. data.Kinds.Select(Json), .. data.Areas.Select(Json), .. data.Groups.Select(Json),
            .. data.Lineage.Select(l => $"{l.PredecessorId} {l.SuccessorId} {l.Kind} {l.On:O}"),
            .. data.Contacts.Select(c => $"{c.AreaId} {c.FullName} {c.Position} {c.Phone}"),
            .. data.Decisions.Select(d => DecisionOf(d.Id)),
            .. data.Memberships.Select(m =>
                $"{m.GroupId} {m.PersonId} {m.IsLead} {m.Specialities} {DecisionOf(m.DecisionId)} {m.ValidFrom:O} {m.ValidTo:O}"),
            .. data.Assignments.Select(a =>
                $"{a.GroupId} {a.AreaId} {a.PersonId} {DecisionOf(a.DecisionId)} {a.ValidFrom:O} {a.ValidTo:O}"),
        ];
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
