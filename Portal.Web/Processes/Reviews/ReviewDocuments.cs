using System.Globalization;
using System.IO.Compression;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Reviews;

/// <summary>
/// RP-15 and RP-16 as files: dossier and submission, a draft letter for each area, the lists as spreadsheets. Always in Vietnamese office
/// style.
/// </summary>
public sealed class ReviewDocuments(TextCatalogue texts)
{
    public static IReadOnlyList<string> Files { get; } = ["ho-so.docx", "ho-so.xlsx", "to-trinh.docx", "goi-y.zip", "theo-doi.xlsx"];

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>One of <see cref="Files"/>; null for another name.</summary>
    public (byte[] Content, string Type, string Name)? Make(string file, ReviewDossierView view, CaseContext context)
    {
        var year = view.Cycle.Year.ToString(CultureInfo.InvariantCulture);
        return file switch
        {
            "ho-so.docx" => (Dossier(view, context), Word, $"ho-so-goi-y-kiem-diem-{year}.docx"),
            "ho-so.xlsx" => (Lists(view, context), Sheet.ContentType, $"ho-so-goi-y-kiem-diem-{year}.xlsx"),
            "to-trinh.docx" => (Submission(view, context), Word, $"to-trinh-goi-y-kiem-diem-{year}.docx"),
            "goi-y.zip" => (Letters(view, context), "application/zip", $"du-thao-goi-y-{year}.zip"),
            "theo-doi.xlsx" => (FollowUp(view, context), Sheet.ContentType, $"theo-doi-goi-y-{year}.xlsx"),
            _ => null,
        };
    }

    /// <summary>8.2: what the Committee submits to the Standing Committee.</summary>
    public byte[] Submission(ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        document.Head(Head(context, "TTr/BTCTU"));
        document.Title("TỜ TRÌNH", $"về gợi ý kiểm điểm và đề xuất mức xếp loại năm {Year(view)}");
        document.Centred("Kính trình: Ban Thường vụ Tỉnh ủy");
        document.Heading("I- CĂN CỨ VÀ QUÁ TRÌNH CHUẨN BỊ");
        foreach (var basis in view.Cycle.Content.LegalBases ?? [])
        {
            document.Text($"- Căn cứ {basis.Document?.TrimEnd('.', ';')};");
        }

        document.Text(
            $"Các nhóm công chức theo dõi địa bàn đã xây dựng đề xuất đối với {view.Areas.Count} địa bàn; các phòng chuyên môn, lãnh đạo phụ trách và tập thể Lãnh đạo Ban đã xem xét theo quy chế.");
        document.Heading("II- NỘI DUNG ĐỀ NGHỊ GỢI Ý KIỂM ĐIỂM");
        Suggestions(document, view, context, s => s.IsAlive);
        document.Heading("III- ĐỀ XUẤT MỨC XẾP LOẠI");
        Ratings(document, view, context);
        Quota(document, view);
        document.Heading("IV- Ý KIẾN KHÁC");
        var reserved = view.Areas.Sum(a => a.Opinions.Count);
        document.Text(reserved == 0 ? "Không có ý kiến bảo lưu." : $"Có {reserved} ý kiến bảo lưu, nêu tại phụ lục của hồ sơ tổng hợp.");
        document.Heading("V- KIẾN NGHỊ");
        document.Text("Ban Tổ chức Tỉnh ủy kính trình Ban Thường vụ Tỉnh ủy xem xét, quyết định.");
        document.Sign(
            ["Như trên", "Lãnh đạo Ban", "Lưu Văn thư"], "", "TRƯỞNG BAN", context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save(Mark(view, context));
    }

    /// <summary>The whole dossier with the annex of reserved opinions (R-REV-08).</summary>
    public byte[] Dossier(ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        document.Head(Head(context, "BC/BTCTU"));
        document.Title("BÁO CÁO", $"tổng hợp đề xuất gợi ý kiểm điểm và mức xếp loại năm {Year(view)}");
        document.Heading("I- TÌNH HÌNH CHUNG");
        document.Text(
            $"Kỳ kiểm điểm có {view.Cycle.AreaIds.Count} địa bàn; hồ sơ gồm {view.Areas.Count} đề xuất. Mức xếp loại nêu dưới đây là đề xuất, chưa phải mức xếp loại chính thức.");
        if (view.Missing.Count > 0)
        {
            document.Text(
                $"Địa bàn chưa có đề xuất: {string.Join("; ", view.Missing.Select(m => $"{context.Directory.AreaName(m.AreaId)} ({(m.Reason.Length > 0 ? m.Reason : "chưa nêu lý do")})"))}.");
        }

        document.Heading("II- NỘI DUNG GỢI Ý KIỂM ĐIỂM");
        Suggestions(document, view, context, _ => true);
        var without = view.Areas.Where(a => a.Proposal.NoSuggestion).ToList();
        if (without.Count > 0)
        {
            document.Text("Địa bàn không có nội dung gợi ý:");
            foreach (var area in without)
            {
                document.Text($"- {context.Directory.AreaName(area.Proposal.AreaId)}: {area.Proposal.NoSuggestionReason.TrimEnd('.')}.");
            }
        }

        document.Heading("III- MỨC XẾP LOẠI");
        Ratings(document, view, context);
        Quota(document, view);
        document.Heading("IV- Ý KIẾN CỦA CÁC PHÒNG CHUYÊN MÔN");
        var differing = view.Areas.SelectMany(a => a.Proposal.Consultations.Where(c => c.Stance != ConsultationStance.Agree)
            .Select(c => (Area: a, Consultation: c))).ToList();
        document.Text(differing.Count == 0 ? "Các phòng được xin ý kiến đều nhất trí." : "Các ý kiến khác và phần chưa có ý kiến:");
        foreach (var (area, consultation) in differing)
        {
            document.Text(
                $"- {context.Directory.AreaName(area.Proposal.AreaId)}, {context.Directory.Department(consultation.DepartmentId)?.Name}: {Stance(consultation)}.");
        }

        document.Sign(
            ["Tập thể Lãnh đạo Ban", "Các phòng thuộc Ban", "Lưu Văn thư"],
            "",
            "TRƯỞNG BAN",
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        document.PageBreak();
        document.Centred("PHỤ LỤC", bold: true);
        document.Centred("ý kiến bảo lưu", bold: true);
        document.Centred($"(kèm theo Báo cáo tổng hợp đề xuất gợi ý kiểm điểm và mức xếp loại năm {Year(view)})", italic: true);
        var number = 0;
        foreach (var area in view.Areas)
        {
            foreach (var opinion in area.Opinions)
            {
                document.Text(
                    $"{++number}. {context.Directory.NameOf(opinion.AuthorId)}, ngày {LocalDay(opinion.At)}, về {context.Directory.AreaName(area.Proposal.AreaId)}{(opinion.IsLate ? " (gửi sau thời hạn)" : "")}{(opinion.IsWithdrawn ? " (tác giả đã rút)" : "")}",
                    bold: true);
                document.Text($"Ý kiến: {opinion.Opinion}");
                document.Text($"Điểm khác: {opinion.Difference}");
                document.Text($"Căn cứ: {opinion.Grounds}");
                if (opinion.Response.Length > 0)
                {
                    document.Text($"Trả lời: {opinion.Response}");
                }
            }
        }

        if (number == 0)
        {
            document.Text("Không có ý kiến bảo lưu.");
        }

        return document.Save(Mark(view, context));
    }

    /// <summary>8.3: what the Standing Committee would write to one area; the portal leaves number, date and signature blank.</summary>
    public byte[] Letter(DossierArea area, ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        var province = context.Settings.Text("Doc.Province");
        document.Head(new DocumentHead(
            $"ĐẢNG BỘ TỈNH {province.ToUpperInvariant()}", "TỈNH ỦY", "CV/TU", context.Settings.Text("Doc.Place"), context.Today.Year));
        document.LetterSummary($"về việc gợi ý kiểm điểm năm {Year(view)}");
        var unit = context.Directory.Area(area.Proposal.AreaId);
        document.Centred($"Kính gửi: {(unit is { PartyCommittee.Length: > 0 } ? unit.PartyCommittee : unit?.Name)}");
        document.Text("Ban Thường vụ Tỉnh ủy gợi ý một số nội dung để kiểm điểm, làm rõ như sau:");
        foreach (var (suggestion, i) in area.Suggestions.Where(s => s.IsAlive && !s.IsKeptOffSystem).Select((s, i) => (s, i)))
        {
            document.Text($"{i + 1}. {suggestion.Content.SubjectName}", bold: true);
            document.Text($"Vấn đề: {suggestion.Content.Matter}");
            if (suggestion.Content.BasisDocument is { Length: > 0 } basis)
            {
                document.Text($"Căn cứ: {basis}");
            }

            document.Text($"{suggestion.Text.TrimEnd('.')}. Đề nghị làm rõ: {ToClarify(suggestion)}.");
        }

        document.Text(
            $"Hạn kiểm điểm: trước ngày {view.Cycle.Content.Calendar!.ReviewsBy?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}. Giải trình những vấn đề được gợi ý nêu tại mục IV của báo cáo kiểm điểm, gửi về Ban Tổ chức Tỉnh ủy.");
        document.Sign(["Như trên", "Ban Tổ chức Tỉnh ủy", "Lưu Văn phòng Tỉnh ủy"], "T/M BAN THƯỜNG VỤ", "", "");
        return document.Save(Mark(view, context));
    }

    private byte[] Letters(ReviewDossierView view, CaseContext context)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var area in view.Areas.Where(a => a.Suggestions.Any(s => s.IsAlive && !s.IsKeptOffSystem)))
            {
                var name = VietnameseText.Fold(context.Directory.AreaName(area.Proposal.AreaId)).Replace(' ', '-');
                using var entry = zip.CreateEntry($"goi-y-{name}.docx").Open();
                entry.Write(Letter(area, view, context));
            }
        }

        return stream.ToArray();
    }

    private byte[] Lists(ReviewDossierView view, CaseContext context) => Sheet.Of(new Dictionary<string, object>
    {
        ["Địa bàn"] = view.Areas.Select(a => new Dictionary<string, object?>
        {
            ["Địa bàn"] = context.Directory.AreaName(a.Proposal.AreaId),
            ["Nhóm theo dõi"] = context.Directory.Group(a.Proposal.GroupId)?.Name,
            ["Nhóm tương đồng"] = a.Proposal.ComparableGroup,
            ["Trạng thái"] = Vi($"enum.ReviewProposalStatus.{a.Proposal.Status}"),
            ["Số gợi ý"] = a.Suggestions.Count(s => s.IsAlive),
            ["Mức đề xuất"] = Level(a.Proposal.ProposedRating),
            ["Mức lãnh đạo quyết định"] = Level(a.Proposal.DecidedRating),
            ["Mức chính thức"] = Level(a.Proposal.FinalRating),
            ["Người trình"] = context.Directory.NameOf(a.Proposal.AuthorId),
            ["Trưởng nhóm hiện nay"] = context.Directory.LeadOf(a.Proposal.GroupId, context.Today) is { } lead
                ? context.Directory.NameOf(lead)
                : "",
        }),
        ["Gợi ý"] = view.Areas.SelectMany(a => a.Suggestions.Select(s => new Dictionary<string, object?>
        {
            ["Địa bàn"] = context.Directory.AreaName(a.Proposal.AreaId),
            ["Đối tượng"] = s.SubjectType == ReviewSubjectType.Collective ? "Tập thể" : "Cá nhân",
            ["Số"] = s.Number,
            ["Tập thể, cá nhân"] = Subject(s),
            ["Vấn đề"] = s.Content.Matter,
            ["Nội dung gợi ý"] = s.Text,
            ["Trạng thái"] = Vi($"suggestion.{s.Status}"),
            ["Lý do"] = s.LastReason,
        })),
        ["Tỷ lệ"] = view.Quota.Select(q => new Dictionary<string, object?>
        {
            ["Nhóm tương đồng"] =
                q.Group,
            ["Xuất sắc"] =
                    q.Excellent,
            ["Tối đa"] = q.Limit,
            ["Tốt"] = q.Good,
            ["Đã xếp loại"] =
                        q.Rated,
            ["Tỷ lệ %"] = q.Percent,
            ["Cho phép vượt"] = q.OverrideReason,
        }),
        ["Ý kiến bảo lưu"] = view.Areas.SelectMany(a => a.Opinions.Select(o => new Dictionary<string, object?>
        {
            ["Địa bàn"] = context.Directory.AreaName(
                a.Proposal.AreaId),
            ["Tác giả"] = context.Directory.NameOf(
                    o.AuthorId),
            ["Thời gian"] = VietnamTime.ToLocal(o.At),
            ["Ý kiến"] = o.Opinion,
            ["Căn cứ"] = o.Grounds,
        })),
        ["Thông tin"] = About(view, context),
    });

    private byte[] FollowUp(ReviewDossierView view, CaseContext context) => Sheet.Of(new Dictionary<string, object>
    {
        ["Theo dõi gợi ý"] = view.Areas.SelectMany(a => a.Suggestions.Where(s => s.IsIssued).Select(s => new Dictionary<string, object?>
        {
            ["Địa bàn"] = context.Directory.AreaName(a.Proposal.AreaId),
            ["Tập thể, cá nhân"] = Subject(s),
            ["Nội dung gợi ý"] = s.Text,
            ["Văn bản gửi"] = a.Proposal.Issue?.DocumentNumber,
            ["Ngày gửi"] = a.Proposal.Issue?.SentOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["Ngày kiểm điểm"] = a.Proposal.Conference?.HeldOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["Giải trình"] = s.FollowUp?.Explanation,
            ["Đánh giá"] = Vi($"suggestion.{s.Status}"),
        })),
        ["Khắc phục"] = view.Areas.SelectMany(a => a.Suggestions.SelectMany(s => s.Remedies.Select(r => new Dictionary<string, object?>
        {
            ["Địa bàn"] = context.Directory.AreaName(
                a.Proposal.AreaId),
            ["Gợi ý số"] = s.Number,
            ["Biện pháp"] = r.What,
            ["Người chịu trách nhiệm"] = r.Who,
            ["Thời hạn"] =
                    r.By?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["Kết quả"] = a.Proposal.RemediesReport,
        }))),
        ["Thông tin"] = About(view, context),
    });

    private static IEnumerable<Dictionary<string, object?>> About(ReviewDossierView view, CaseContext context) =>
    [
        new() { ["Mục"] = "Kỳ kiểm điểm", ["Nội dung"] = view.Cycle.Content.Title },
        new()
        {
            ["Mục"] = "Lập lúc",
            ["Nội dung"] = VietnamTime.ToLocal(context.Now).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
        },
        new() { ["Mục"] = "Người lập", ["Nội dung"] = context.Directory.NameOf(context.Actor.PersonId) },
    ];

    private void Suggestions(PartyDocument document, ReviewDossierView view, CaseContext context, Func<ReviewSuggestion, bool> which)
    {
        var rows = view.Areas.SelectMany(a => a.Suggestions.Where(which).Select(s => (Area: a, Suggestion: s))).ToList();
        if (rows.Count == 0)
        {
            document.Text("Không có nội dung gợi ý.");
            return;
        }

        document.Table(
            [("TT", 8), ("Tập thể, cá nhân", 21), ("Nội dung gợi ý", 30), ("Căn cứ", 19), ("Yêu cầu làm rõ", 22)],
            rows.Select((r, i) => (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                $"{context.Directory.AreaName(r.Area.Proposal.AreaId)}\n{Subject(r.Suggestion)}",
                r.Suggestion.IsAlive
                    ? r.Suggestion.Text
                    : $"{r.Suggestion.Text}\n({Vi($"suggestion.{r.Suggestion.Status}")}{(r.Suggestion.LastReason.Length > 0 ? $": {r.Suggestion.LastReason}" : "")})",
                r.Suggestion.Content.BasisDocument ?? r.Suggestion.Content.Evidence ?? r.Suggestion.Content.NoEvidenceReason ?? "",
                ToClarify(r.Suggestion),
            ]));
    }

    private void Ratings(PartyDocument document, ReviewDossierView view, CaseContext context) => document.Table(
        [("TT", 8), ("Địa bàn", 32), ("Nhóm đề xuất", 20), ("Lãnh đạo Ban", 20), ("Chính thức", 20)],
        view.Areas.Select((a, i) => (IReadOnlyList<string>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture),
            context.Directory.AreaName(a.Proposal.AreaId) + Successor(a.Proposal, context),
            Level(a.Proposal.ProposedRating),
            Level(a.Proposal.DecidedRating),
            a.Proposal.FinalRating is { } final ? Level(final) : "chưa có",
        ]));

    // E-R8: a lead who came during the cycle is named beside the one who submitted.
    private static string Successor(ReviewProposal proposal, CaseContext context) =>
        proposal.AuthorId.Length > 0 && context.Directory.LeadOf(proposal.GroupId, context.Today) is { } lead && lead != proposal.AuthorId
            ? $"\n(người trình: {context.Directory.NameOf(proposal.AuthorId)}; Trưởng nhóm hiện nay: {context.Directory.NameOf(lead)})"
                : "";

    private static void Quota(PartyDocument document, ReviewDossierView view)
    {
        foreach (var quota in view.Quota.Where(q => q.Rated > 0))
        {
            document.Text(
                $"- {quota.Group}: {quota.Excellent} xuất sắc, mức tối đa {quota.Limit} ({quota.Percent} %), {quota.Good} tốt{(quota.OverrideReason is { } reason ? $". Trưởng ban cho phép: {reason.TrimEnd('.')}" : "")}.");
        }
    }

    private string Stance(DepartmentConsultation consultation)
    {
        if (consultation.Stance is not { } stance)
        {
            return "chưa có ý kiến";
        }

        return $"{Vi($"option.stance.{stance}")}{(consultation.Handling is { } handling ? $"; nhóm {Vi($"option.handling.{handling}").ToLowerInvariant()}{(consultation.HandlingReason.Length > 0 ? $", {consultation.HandlingReason.TrimEnd('.')}" : "")}" : "")}";
    }

    private static string ToClarify(ReviewSuggestion suggestion) => string.Join(", ", new[]
    {
        suggestion.Content.ClarifyCause == true ? "nguyên nhân" : null,
        suggestion.Content.ClarifyCollective == true ? "trách nhiệm tập thể" : null,
        suggestion.Content.ClarifyIndividuals == true ? "trách nhiệm cá nhân" : null,
        suggestion.Content.ClarifyRemedy == true ? "biện pháp, thời hạn khắc phục" : null,
    }.OfType<string>());

    private static string Subject(ReviewSuggestion suggestion) =>
        suggestion.IsKeptOffSystem ? "(nội dung giữ ngoài hệ thống)" : suggestion.Content.SubjectName ?? "";

    // In Vietnamese, whatever the language of the page.
    private string Vi(string key) => texts.Vietnamese[key];

    private string Level(QualityRating? level) => level is { } l ? Vi($"rating.{l}") : "";

    private static PartyDocument New(CaseContext context) => new(PartyProfile.Of(context.Settings.Text("Doc.Profile")));

    private static DocumentHead Head(CaseContext context, string symbol) =>
        new(
            $"TỈNH ỦY {context.Settings.Text("Doc.Province").ToUpperInvariant()}",
            "BAN TỔ CHỨC",
            symbol,
            context.Settings.Text("Doc.Place"),
            context.Today.Year);

    private static string Year(ReviewDossierView view) => view.Cycle.Year.ToString(CultureInfo.InvariantCulture);

    private static string LocalDay(DateTime utc) => VietnamTime.DayOf(utc).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // Section 9.6: what names individuals says who took it out.
    private static string Mark(ReviewDossierView view, CaseContext context) =>
        view.HasRestricted
            ? $"Bản do {context.Directory.NameOf(context.Actor.PersonId)} lập lúc {VietnamTime.ToLocal(context.Now).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}, sử dụng nội bộ"
            : "";
}
