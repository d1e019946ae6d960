using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Documents;
using Portal.Web.Operations.Audit;
using Portal.Web.Processes.Reviews;

namespace Portal.Tests.Web;

/// <summary>The files of a review cycle: the automatic checks of the Party's layout (section 10), and what stands in them.</summary>
public sealed partial class ReviewDocumentTests : IAsyncLifetime
{
    private const string Reserved = "Đề nghị giữ mức đề xuất của nhóm theo kết quả xác minh";

    private TestPortal _portal = null!;
    private Guid _cycle;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        _cycle = await _portal.CycleAsync("A017", "A018");
        var id = await _portal.AreaCaseAsync(_cycle);
        await _portal.PassedOnAsync(id, Reviews.Proposal() with { Individuals = [Reviews.Individual()] },
            Reviews.Decision() with
            {
                RatingDecision = RatingDecisionKind.Change,
                RatingLevel = QualityRating.Completed,
                RatingReason = "Còn chậm rà soát quy hoạch cán bộ"
            });
        await _portal.PassedOnAsync(await _portal.AreaCaseAsync(_cycle, "A018"), Reviews.Nothing());
        var decision = await _portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id && d.StepId == "leader"));
        var entered = await _portal.Acts.ReserveAsync(_portal.Person(Trips.Lead), id, decision.Id, FormInput.ToJson(new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = Reserved,
            Difference = "Lãnh đạo phụ trách hạ một mức",
            Grounds = "Báo cáo chuyến công tác\u000btháng 9\u0001\ufffe",
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
        }));
        Assert.True(entered.IsSuccess, entered.Refusal?.Code);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("ho-so.docx")]
    [InlineData("to-trinh.docx")]
    public async Task A_document_of_the_committee_passes_the_checks_of_the_layout(string file)
    {
        var bytes = await MakeAsync(file);
        await CheckLayoutAsync(bytes, "TỈNH ỦY LAM GIANG", "BAN TỔ CHỨC", hasType: true);
    }

    [Fact]
    public async Task A_draft_letter_is_that_of_the_provincial_committee_and_names_no_signer()
    {
        var view = (await Queries.DossierAsync(_portal.Person(Reviews.Coordinator), _cycle)).Value;
        var bytes = Documents.Letter(view.Areas.First(a => a.Suggestions.Count > 0), view,
            await _portal.Operations.ContextAsync(_portal.Person(Reviews.Coordinator)));
        await CheckLayoutAsync(bytes, "ĐẢNG BỘ TỈNH LAM GIANG", "TỈNH ỦY", hasType: false);
        var text = TextOf(bytes);
        Assert.Contains("T/M BAN THƯỜNG VỤ", text, StringComparison.Ordinal);
        Assert.Contains("trách nhiệm tập thể", text, StringComparison.Ordinal);

        // What it is about stands below its number; nothing of the portal's own stands on a paper that is signed and sent.
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var left = document.MainDocumentPart!.Document!.Body!.GetFirstChild<Table>()!.Descendants<TableCell>().First();
        Assert.StartsWith("về việc ", left.Elements<Paragraph>().Last().InnerText, StringComparison.Ordinal);
        Assert.Empty(document.MainDocumentPart.FooterParts);
        using var submission = WordprocessingDocument.Open(new MemoryStream(await MakeAsync("to-trinh.docx")), false);
        Assert.Empty(submission.MainDocumentPart!.FooterParts);
        var lines = submission.MainDocumentPart.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("- Căn cứ Quy định số 366-QĐ/TW, ngày 30/8/2025 của Bộ Chính trị.", lines);
        Assert.Contains(lines, l => l.Contains("(20%)", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(" %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-02-05", "05/02/2026")]
    [InlineData("2025-08-30", "30/8/2025")]
    [InlineData("2026-12-01", "01/12/2026")]
    public void A_day_inside_a_text_has_no_zero_before_the_months_from_March_on(string day, string written) =>
        Assert.Equal(written, PartyProfile.Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Acceptance_3_and_E_R3_A_reserved_opinion_is_in_the_annex_of_the_dossier()
    {
        var text = TextOf(await MakeAsync("ho-so.docx"));
        var annex = text[text.IndexOf("PHỤ LỤC", StringComparison.Ordinal)..];
        Assert.Contains(Reserved, annex, StringComparison.Ordinal);
        Assert.Contains("Lãnh đạo phụ trách hạ một mức", annex, StringComparison.Ordinal);
        Assert.Contains("Có 1 ý kiến bảo lưu", TextOf(await MakeAsync("to-trinh.docx")), StringComparison.Ordinal);
    }

    /// <summary>What presentation programs and broken clipboards put into pasted text is a line break, or nothing.</summary>
    [Fact]
    public async Task Every_document_opens_whatever_was_pasted_into_a_text()
    {
        Assert.Equal("Báo cáo chuyến công tác\ntháng 9", (await _portal.ReadAsync(db => db.ReservedOpinions.SingleAsync())).Grounds);
        foreach (var file in ReviewDocuments.Files.Where(f => f.EndsWith('x')))
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await MakeAsync(file)));
            foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                await using var xml = part.Open();
                System.Xml.Linq.XDocument.Load(xml);
            }
        }

        // What lies in a database of an earlier release is written too.
        var every = new string([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)]);
        using var profile = new PartyDocument(PartyProfile.Of(PartyProfile.Names.First()));
        profile.Text(every);
        using var word = new System.IO.Compression.ZipArchive(new MemoryStream(profile.Save()));
        await using var text = word.GetEntry("word/document.xml")!.Open();
        System.Xml.Linq.XDocument.Load(text);
        var head = new SheetHead("", "", "", "") { Number = "TT", Total = "", Page = "" };
        var table = SheetTable.Of("Bảng", [every[..32_000]], new("Cột", t => t), new("Số", _ => 1));
        using var excel = new System.IO.Compression.ZipArchive(new MemoryStream(Sheet.Of(head, table)));
        foreach (var part in excel.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            await using var xml = part.Open();
            System.Xml.Linq.XDocument.Load(xml);
        }
    }

    [Fact]
    public async Task A_submission_is_headed_a_draft_until_decided_with_true_counts_and_what_is_missing_as_a_table()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018", "A001");
        foreach (var area in new[] { "A017", "A018" })
        {
            await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle, area));
        }

        var coordinator = portal.Person(Reviews.Coordinator);
        async Task<(string Name, WordprocessingDocument Document)> MadeAsync()
        {
            var view = (await portal.Services.GetRequiredService<ReviewCycles>().DossierAsync(coordinator, cycle)).Value;
            var made = portal.Services.GetRequiredService<ReviewDocuments>()
                .Make("to-trinh.docx", view, await portal.Operations.ContextAsync(coordinator))!.Value;
            return (made.Name, WordprocessingDocument.Open(new MemoryStream(made.Content), false));
        }

        List<string> Gaps(WordprocessingDocument document) =>
        [
            .. document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Select(r => r.Elements<TableCell>().ToList())
                .Where(c => c.Count == 4).Select(c => string.Join('|', c.Select(t => t.InnerText))).Skip(1),
        ];
        var missing = (await portal.Operations.ContextAsync(coordinator)).Directory.AreaName("A001");
        var (name, draft) = await MadeAsync();
        var text = draft.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.StartsWith("du-thao-to-trinh", name, StringComparison.Ordinal);
        Assert.Contains("Dự thảo", text, StringComparison.Ordinal);
        Assert.Contains("có 3 địa bàn; lãnh đạo phụ trách đã chuyển tổng hợp đề xuất của 2 địa bàn, trong đó tập thể Lãnh đạo Ban "
            + "đã thông qua 0 địa bàn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("đã thông qua đề xuất đối với", text, StringComparison.Ordinal);
        Assert.Equal([$"1|{missing}|Lấy góp ý|chưa nêu lý do"], Gaps(draft));

        await portal.MustAsync(cycle, "dossier", Reviews.Coordinator, "SubmitDossier", new DossierInput
        {
            Secrecy = SecrecyGate.No,
            Gaps = [new DossierGap { AreaId = "A001", Reason = "Nhóm trình chậm do thay Trưởng nhóm" }],
        });
        await portal.MustAsync(await portal.AreaCaseAsync(cycle), "collective", Reviews.Head, "Pass", Reviews.Collective());
        Assert.Contains("Dự thảo", (await MadeAsync()).Document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        await portal.MustAsync(await portal.AreaCaseAsync(cycle, "A018"), "collective", Reviews.Head, "NotPass",
            Reviews.Collective() with { Opinion = "Chưa đủ căn cứ để thông qua" });
        var (decidedName, decided) = await MadeAsync();
        var final = decided.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.StartsWith("to-trinh", decidedName, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự thảo", final, StringComparison.Ordinal);
        Assert.Contains("đã thông qua đề xuất đối với 1 trong tổng số 3 địa bàn", final, StringComparison.Ordinal);
        Assert.Equal(2, Gaps(decided).Count);
        Assert.Contains("Nhóm trình chậm do thay Trưởng nhóm", Gaps(decided)[0], StringComparison.Ordinal);
        Assert.EndsWith("|Không thông qua|", Gaps(decided)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_is_named_in_the_documents_and_by_number_to_the_department_that_is_asked()
    {
        await using var portal = await TestPortal.CreateAsync();
        var trip = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value;
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        var proposal = Reviews.Proposal(suggestions: Reviews.Suggestion() with { Evidence = null, EvidenceCases = [trip.CaseId] });
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", proposal.First());

        // The head of the department knows nothing else of the trip.
        var department = portal.Person(Reviews.CadresHead);
        Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(department, trip.CaseId)).Refusal!.Code);
        var asked = (await portal.Cases.FindAsync(department, id)).Value;
        Assert.Equal([(trip.CaseId.ToString(), trip.Number)], asked.CaseNames.Select(n => (n.Value, n.Label)));

        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Agree", Reviews.Opinion());
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", proposal);
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        var coordinator = portal.Person(Reviews.Coordinator);
        var view = (await portal.Services.GetRequiredService<ReviewCycles>().DossierAsync(coordinator, cycle)).Value;
        var bytes = portal.Services.GetRequiredService<ReviewDocuments>()
            .Make("to-trinh.docx", view, await portal.Operations.ContextAsync(coordinator))!.Value.Content;
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Contains(trip.Number, document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_5_Proposed_and_decided_levels_stand_side_by_side_and_no_proposal_is_called_official()
    {
        var text = TextOf(await MakeAsync("ho-so.docx"));
        Assert.Contains("Hoàn thành tốt nhiệm vụ", text, StringComparison.Ordinal);
        Assert.Contains("Hoàn thành nhiệm vụ", text, StringComparison.Ordinal);
        Assert.Contains("chưa có", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E_R8_A_new_lead_takes_over_the_steps_inputs_stay_signed_and_both_names_are_printed()
    {
        Assert.DoesNotContain("Trưởng nhóm hiện nay", TextOf(await MakeAsync("ho-so.docx")), StringComparison.Ordinal);
        var id = await _portal.AreaCaseAsync(_cycle);
        await _portal.DossierAsync(_cycle);
        await _portal.MustAsync(
            id, "collective", Reviews.Head, "ReturnToLead", Reviews.Collective() with { Opinion = "Làm rõ thêm thời điểm và số liệu" });
        await _portal.ReplaceLeadAsync("S33", VietnamTime.DayOf(_portal.Now));
        await _portal.TickAsync();
        Assert.Equal(["S33"], (await _portal.OpenTaskAsync(id, "finalize")).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.Equal([Trips.Lead],
            await _portal.ReadAsync(db =>
                db.Submissions.Where(s => s.CaseId == id && s.StepId == "finalize").Select(s => s.PersonId).Distinct().ToListAsync()));

        var directory = (await _portal.Operations.ContextAsync(_portal.Person(Reviews.Coordinator))).Directory;
        Assert.Contains($"(người trình: {directory.NameOf(Trips.Lead)}; Trưởng nhóm hiện nay: {directory.NameOf("S33")})",
            TextOf(await MakeAsync("ho-so.docx")), StringComparison.Ordinal);
        using var sheet = new MemoryStream(await MakeAsync("ho-so.xlsx"));
        var row = MiniExcelLibs.MiniExcel
            .Query(sheet, useHeaderRow: true, sheetName: "Địa bàn", startCell: $"A{Sheet.HeadingRow}")
            .Cast<IDictionary<string, object>>()
            .First(r => (string)r["Người trình"] == directory.NameOf(Trips.Lead));
        Assert.Equal(directory.NameOf("S33"), row["Trưởng nhóm hiện nay"]);

        await _portal.MustAsync(id, "finalize", "S33", "Submit", Reviews.Proposal());
        Assert.Equal([Trips.Lead, "S33"],
            (await _portal.ReadAsync(db => db.Submissions
                .Where(s => s.CaseId == id && s.StepId == "finalize")
                .OrderBy(s => s.Id)
                .Select(s => s.PersonId)
                .ToListAsync())).Distinct());
    }

    [Fact]
    public async Task The_spreadsheets_hold_areas_suggestions_quota_and_reserved_opinions()
    {
        var bytes = await MakeAsync("ho-so.xlsx");
        using var stream = new MemoryStream(bytes);
        Assert.Equal(["Địa bàn", "Gợi ý", "Tỷ lệ", "Ý kiến bảo lưu", "Thông tin"], MiniExcelLibs.MiniExcel.GetSheetNames(stream));
        var areas = MiniExcelLibs.MiniExcel.Query(stream, useHeaderRow: true, sheetName: "Địa bàn", startCell: $"A{Sheet.HeadingRow}")
            .Cast<IDictionary<string, object>>()
            .ToList();
        Assert.Equal(
            ["Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ"], new[] { areas[0]["Mức đề xuất"], areas[0]["Mức lãnh đạo quyết định"] });
        var reserved = MiniExcelLibs.MiniExcel
            .Query(stream, useHeaderRow: true, sheetName: "Ý kiến bảo lưu", startCell: $"A{Sheet.HeadingRow}")
            .Cast<IDictionary<string, object>>()
            .Single();
        Assert.Equal(Reserved, reserved["Ý kiến"]);
    }

    [Fact]
    public async Task An_export_that_names_individuals_says_what_for_is_recorded_and_marked()
    {
        var coordinator = _portal.Person(Reviews.Coordinator);
        Assert.Contains((await Queries.ExportAsync(coordinator, _cycle, "ho-so.docx", "")).Refusal!.Fields, f => f.Path == "purpose");
        Assert.True((await Queries.ExportAsync(coordinator, _cycle, "ho-so.docx", "Trình tập thể Lãnh đạo Ban")).IsSuccess);
        var entry = await _portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "Case.Exported"));
        Assert.Equal((Reviews.Coordinator, "ho-so.docx", ""), (entry.PersonId, entry.Details, entry.Reason));

        // What for may name them: it is read on the case by who reads them, and by nobody in the trail.
        foreach (var (person, reads) in new[] { (Reviews.Head, true), (Reviews.Coordinator, true), (Trips.Lead, false), ("QT01", false) })
        {
            var found = await _portal.Cases.FindAsync(_portal.Person(person), _cycle);
            Assert.Equal(
                reads,
                found.IsSuccess && found.Value.Comments.Any(c => c.Text == "ho-so.docx: Trình tập thể Lãnh đạo Ban"));
            var trail = await _portal.Services.GetRequiredService<AuditQueries>()
                .ListAsync(_portal.Person(person), new AuditFilter { PageSize = 200 });
            Assert.DoesNotContain(trail.Rows, r => $"{r.Details}{r.Reason}{r.Subject}".Contains("Trình tập thể", StringComparison.Ordinal));
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(await MakeAsync("ho-so.docx")), false);
        Assert.Contains(document.MainDocumentPart!.FooterParts, f => f.Footer!.InnerText.StartsWith("Bản do ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_may_not_read_the_cycle_gets_neither_dossier_nor_file_and_the_board_shows_only_ones_own()
    {
        foreach (var person in new[] { Trips.Lead, Trips.Member, Reviews.CadresHead, Reviews.Clerk, "S37", "S06" })
        {
            Assert.Equal("Common.NotFound", (await Queries.DossierAsync(_portal.Person(person), _cycle)).Refusal!.Code);
            Assert.Equal("Common.NotFound",
                (await Queries.ExportAsync(_portal.Person(person), _cycle, "ho-so.docx", "Mục đích bất kỳ nào đó")).Refusal!.Code);
        }

        async Task<IReadOnlyList<ReviewRow>> Rows(string person) => (await Queries.BoardAsync(_portal.Person(person), _cycle))!.Rows;
        Assert.All(await Rows(Trips.Lead), r => Assert.Equal("N03", r.GroupId));
        Assert.Equal([2, 2], (await Rows(Reviews.Coordinator)).Select(r => r.Suggestions ?? 0).OrderDescending().Take(1).Append(2));
        Assert.Equal(1, (await Rows(Trips.Member)).Max(r => r.Suggestions));
        Assert.Empty(await Rows("S27"));

        // COMP knows where an area stands, not what is proposed.
        Assert.All(await Rows("S37"), r => Assert.Equal((false, null, null), (r.HasContent, r.Proposed, r.Suggestions)));
    }

    private ReviewCycles Queries => _portal.Services.GetRequiredService<ReviewCycles>();

    private ReviewDocuments Documents => _portal.Services.GetRequiredService<ReviewDocuments>();

    private async Task<byte[]> MakeAsync(string file)
    {
        var coordinator = _portal.Person(Reviews.Coordinator);
        var view = await Queries.DossierAsync(coordinator, _cycle);
        return Documents.Make(file, view.Value, await _portal.Operations.ContextAsync(coordinator))!.Value.Content;
    }

    private static string TextOf(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return string.Join('\n', document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }

    private static Task CheckLayoutAsync(byte[] bytes, string superior, string issuer, bool hasType)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document)
            .Select(e => $"{e.Path?.XPath} {e.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var section = body.GetFirstChild<SectionProperties>()!;
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal((11906u, 16838u, 1134, 1134, 1701u, 850u),
            (size.Width!.Value, size.Height!.Value, margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        foreach (var run in body.Descendants<Run>().Where(r => r.InnerText.Length > 0))
        {
            Assert.Equal("Times New Roman", run.RunProperties!.RunFonts!.Ascii!.Value);
            Assert.InRange(int.Parse(run.RunProperties.FontSize!.Val!.Value!, System.Globalization.CultureInfo.InvariantCulture), 24, 32);
        }

        var cells = body.GetFirstChild<Table>()!.Descendants<TableCell>().ToList();
        var (left, right) = (cells[0].Elements<Paragraph>().ToList(), cells[1].Elements<Paragraph>().ToList());
        Assert.Equal([superior, issuer, "*"], left.Take(3).Select(p => p.InnerText));
        Assert.Matches(NumberPattern(), left[3].InnerText);
        Assert.Equal("ĐẢNG CỘNG SẢN VIỆT NAM", right[0].InnerText);
        Assert.NotNull(right[0].ParagraphProperties!.ParagraphBorders!.BottomBorder);
        Assert.Matches(@"^Lam Giang, ngày {6}tháng {6}năm \d{4}$", right[^1].InnerText);
        var paragraphs = body.Elements<Paragraph>().ToList();
        if (hasType)
        {
            var type = paragraphs.First(p => p.InnerText.Length > 0);
            Assert.Equal(type.InnerText.ToUpperInvariant(), type.InnerText);
            Assert.NotNull(type.Descendants<Bold>().FirstOrDefault());
            Assert.True(char.IsLower(paragraphs[paragraphs.IndexOf(type) + 1].InnerText[0]));
            Assert.Equal("-----", paragraphs[paragraphs.IndexOf(type) + 2].InnerText);
        }

        var text = string.Join('\n', body.Descendants<Paragraph>().Select(p => p.InnerText));
        Assert.DoesNotMatch(@"CỘNG HÒA XÃ HỘI|\bKT\.|\bTM\.|\bTL\.|\./\.|\b(TUYỆT |TỐI )?MẬT\b", text);
        Assert.True(text.IsNormalized());
        var recipients = body.Descendants<Paragraph>().First(p => p.InnerText == "Nơi nhận:");
        Assert.NotNull(recipients.Descendants<Underline>().FirstOrDefault());
        var list = recipients.Parent!.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.StartsWith("- Lưu", list[^1], StringComparison.Ordinal);
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Contains("PAGE", document.MainDocumentPart.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^Số( {2,}|\d{2,})-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]+$")]
    private static partial Regex NumberPattern();
}
