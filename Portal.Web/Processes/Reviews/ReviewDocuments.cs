using System.Globalization;
using System.IO.Compression;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Reviews;

/// <summary>
/// RP-15 and RP-16 as files: dossier and submission, a draft letter for each area, the lists as spreadsheets. Always in Vietnamese office
/// style.
/// </summary>
public sealed partial class ReviewDocuments(TextCatalogue texts)
{
    public static IReadOnlyList<string> Files { get; } = ["ho-so.docx", "ho-so.xlsx", "to-trinh.docx", "goi-y.zip", "theo-doi.xlsx"];

    /// <summary>One of <see cref="Files"/>; null for another name.</summary>
    public (byte[] Content, string Type, string Name)? Make(string file, ReviewDossierView view, CaseContext context)
    {
        var year = view.Cycle.Year.ToString(CultureInfo.InvariantCulture);
        return file switch
        {
            "ho-so.docx" => (Dossier(view, context), PartyDocument.ContentType, $"ho-so-goi-y-kiem-diem-{year}.docx"),
            "ho-so.xlsx" => (Lists(view, context), Sheet.ContentType, $"ho-so-goi-y-kiem-diem-{year}.xlsx"),
            "to-trinh.docx" =>
                (Submission(view, context), PartyDocument.ContentType, $"{DraftOf(view)}to-trinh-goi-y-kiem-diem-{year}.docx"),
            "goi-y.zip" => (Letters(view, context), "application/zip", $"du-thao-goi-y-{year}.zip"),
            "theo-doi.xlsx" => (FollowUp(view, context), Sheet.ContentType, $"theo-doi-goi-y-{year}.xlsx"),
            _ => null,
        };
    }

    private static string DraftOf(ReviewDossierView view) => view.IsDecided ? "" : "du-thao-";

    /// <summary>8.2: what the Committee submits to the Standing Committee; a draft until the collective has decided.</summary>
    public byte[] Submission(ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        document.Head(Head(context, "TTr/BTCTU") with { Mark = view.IsDecided ? "" : Words("submission.draft") });
        document.Title(Words("submission.type"), Words("submission.about", Year(view)));
        document.Addressee(Words("submission.to"));
        document.Heading(Words("submission.bases"));
        var bases = view.Cycle.Content.LegalBases ?? [];
        foreach (var (basis, i) in bases.Select((b, i) => (b.Document?.TrimEnd('.', ';', ','), i)))
        {
            document.Text(Words("submission.basis", basis, i == bases.Length - 1 ? "." : ";"));
        }

        var (areas, all) = (view.Submitted, view.Cycle.AreaIds.Count);
        document.Text(view.IsDecided
            ? Words("submission.prepared", areas.Count, all)
            : Words("submission.under-way", LocalDay(context.Now), all, areas.Count, areas.Count(a => a.Proposal.IsPassed)));
        Gaps(document, view, context);
        document.Heading(Words("submission.suggestions"));
        Suggestions(document, areas, context, s => s.IsAlive);
        document.Heading(Words("submission.ratings"));
        Ratings(document, areas, context);
        Quota(document, view);
        document.Heading(Words("submission.other-opinions"));
        var reserved = areas.Sum(a => a.Opinions.Count);
        document.Text(reserved == 0 ? Words("reserved.none") : Words("submission.reserved", reserved));
        document.Heading(Words("submission.request-head"));
        document.Text(Words("submission.request"));
        document.Sign(
            [Words("copy.addressee"), Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    /// <summary>The whole dossier with the annex of reserved opinions (R-REV-08).</summary>
    public byte[] Dossier(ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        document.Head(Head(context, "BC/BTCTU"));
        document.Title(Words("dossier.type"), Words("dossier.about", Year(view)));
        document.Heading(Words("dossier.general"));
        document.Text(Words("dossier.counts", view.Cycle.AreaIds.Count, view.Cycle.AreaIds.Count - view.Missing.Count));
        Gaps(document, view, context);
        document.Heading(Words("dossier.suggestions"));
        Suggestions(document, view.Areas, context, _ => true);
        var without = view.Areas.Where(a => a.Proposal.NoSuggestion).ToList();
        if (without.Count > 0)
        {
            document.Text(Words("dossier.without"));
            foreach (var area in without)
            {
                document.Text($"- {context.Directory.AreaName(area.Proposal.AreaId)}: {area.Proposal.NoSuggestionReason.TrimEnd('.')}.");
            }
        }

        document.Heading(Words("dossier.ratings"));
        Ratings(document, view.Areas, context);
        Dissent(document, view, context);
        Quota(document, view);
        document.Heading(Words("dossier.departments"));
        var differing = view.Areas.SelectMany(a => a.Proposal.Consultations.Where(c => c.Stance != ConsultationStance.Agree)
            .Select(c => (Area: a, Consultation: c))).ToList();
        document.Text(differing.Count == 0 ? Words("dossier.all-agree") : Words("dossier.differing"));
        foreach (var (area, consultation) in differing)
        {
            var department = context.Directory.Department(consultation.DepartmentId)?.Name;
            document.Text($"- {context.Directory.AreaName(area.Proposal.AreaId)}, {department}: {Stance(consultation)}.");
        }

        document.Sign(
            [Words("copy.collective"), Words("copy.departments"), Words("copy.registry")],
            "",
            texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        Annex(document, view, context);
        return document.Save(Mark(view, context));
    }

    // Members who see the rating otherwise than their group, for those who decide.
    private void Dissent(PartyDocument document, ReviewDossierView view, CaseContext context)
    {
        foreach (var area in view.Areas.Where(a => a.Proposal.Dissent.Count > 0))
        {
            var views = area.Proposal.Dissent.Select(d => $"{context.Directory.NameOf(d.PersonId)}: {Level(d.RatingView)}");
            document.Text(Words("dossier.dissent", context.Directory.AreaName(area.Proposal.AreaId), string.Join("; ", views)));
        }
    }

    // R-REV-08: every reserved opinion goes along.
    private void Annex(PartyDocument document, ReviewDossierView view, CaseContext context)
    {
        document.PageBreak();
        document.Centred(Words("annex.type"), bold: true);
        document.Centred(Words("annex.about"), bold: true);
        document.Centred(Words("annex.of", Year(view)), italic: true);
        var number = 0;
        foreach (var area in view.Areas)
        {
            foreach (var opinion in area.Opinions)
            {
                Opinion(document, ++number, opinion, area, context);
            }
        }

        if (number == 0)
        {
            document.Text(Words("reserved.none"));
        }
    }

    private void Opinion(PartyDocument document, int number, DossierOpinion opinion, DossierArea area, CaseContext context)
    {
        var head = Words("annex.opinion", number, context.Directory.NameOf(opinion.AuthorId), LocalDay(opinion.At),
            context.Directory.AreaName(area.Proposal.AreaId));
        document.Text(
            head + (opinion.IsLate ? Words("annex.late") : "") + (opinion.IsWithdrawn ? Words("annex.withdrawn") : ""), bold: true);
        if (opinion.Stub is { } stub)
        {
            document.Text(Kept(stub));
        }
        else
        {
            document.Text(Words("annex.text", opinion.Opinion));
            document.Text(Words("annex.difference", opinion.Difference));
            document.Text(Words("annex.grounds", opinion.Grounds));
        }

        if (opinion.Files.Count > 0)
        {
            document.Text(Words("annex.files", string.Join("; ", opinion.Files)));
        }

        if (opinion.Response.Length > 0)
        {
            document.Text(Words("annex.response", opinion.Response));
        }
    }

    // where what is not in the portal is kept.
    private string Kept(OffSystemStub stub) => Words(
        "annex.stub", stub.DocumentNumber ?? "", stub.DocumentDate is { } day ? PartyProfile.Day(day) : "", stub.Keeper ?? "",
        stub.StoragePlace ?? "");

    /// <summary>8.3: what the Standing Committee would write to one area; the portal leaves number, date and signature blank.</summary>
    public byte[] Letter(DossierArea area, ReviewDossierView view, CaseContext context)
    {
        using var document = New(context);
        var province = context.Settings.Text("Doc.Province");
        document.Head(new DocumentHead(
            Words("letter.superior", province.ToUpperInvariant()), Words("letter.issuer"), "CV/TU", context.Settings.Text("Doc.Place"),
            context.Today.Year, Summary: Words("letter.about", Year(view))));
        var unit = context.Directory.Area(area.Proposal.AreaId);
        document.Addressee(Words("letter.to", unit is { PartyCommittee.Length: > 0 } ? unit.PartyCommittee : unit?.Name));
        document.Text(Words("letter.opening"));
        foreach (var (suggestion, i) in area.Suggestions.Where(s => s.IsAlive && !s.IsKeptOffSystem).Select((s, i) => (s, i)))
        {
            document.Text($"{i + 1}. {suggestion.Content.SubjectName}", bold: true);
            document.Text(Words("letter.matter", suggestion.Content.Matter));
            if (suggestion.Content.BasisDocument is { Length: > 0 } basis)
            {
                document.Text(Words("letter.basis", basis));
            }

            document.Text(Words("letter.suggestion", suggestion.Text.TrimEnd('.'), ToClarify(suggestion)));
        }

        document.Text(Words("letter.closing", Day(view.Cycle.Content.Calendar!.ReviewsBy)));
        document.Sign(
            [Words("copy.addressee"), Words("copy.committee"), Words("copy.office")], Words("letter.authority"), "", "");
        return document.Save();
    }

    private byte[] Letters(ReviewDossierView view, CaseContext context)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var area in view.Submitted.Where(a => a.Suggestions.Any(s => s.IsAlive && !s.IsKeptOffSystem)))
            {
                var name = VietnameseText.Fold(context.Directory.AreaName(area.Proposal.AreaId)).Replace(' ', '-');
                using var entry = zip.CreateEntry($"goi-y-{name}.docx").Open();
                entry.Write(Letter(area, view, context));
            }
        }

        return stream.ToArray();
    }

    // E-R12: what it goes without, where that stands, and why.
    private void Gaps(PartyDocument document, ReviewDossierView view, CaseContext context)
    {
        var gaps = view.Missing.Select(m => (m.AreaId, m.Status, Reason: m.Reason.Length > 0 ? m.Reason : Words("dossier.no-reason")))
            .Concat(view.Refused.Select(a => (a.Proposal.AreaId, a.Proposal.Status, Reason: ""))).ToList();
        if (gaps.Count == 0)
        {
            return;
        }

        document.Text(Words("dossier.missing", gaps.Count));
        document.Table(
            [("TT", 8), (Words("column.area"), 32), (Words("column.status"), 26), (Words("column.reason"), 34)],
            gaps.Select((g, i) => (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                context.Directory.AreaName(g.AreaId),
                Vi($"enum.ReviewProposalStatus.{g.Status}"),
                g.Reason,
            ]));
    }

    private void Suggestions(
        PartyDocument document, IReadOnlyList<DossierArea> areas, CaseContext context, Func<ReviewSuggestion, bool> which)
    {
        var rows = areas.SelectMany(a => a.Suggestions.Where(which).Select(s => (Area: a, Suggestion: s))).ToList();
        if (rows.Count == 0)
        {
            document.Text(Words("suggestions.none"));
            return;
        }

        document.Table(
            [("TT", 8), (Words("column.subject"), 21), (Words("column.text"), 30), (Words("column.grounds"), 19),
                (Words("column.to-clarify"), 22)],
            rows.Select((r, i) => (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                $"{context.Directory.AreaName(r.Area.Proposal.AreaId)}\n{Subject(r.Suggestion)}",
                r.Suggestion.IsAlive ? r.Suggestion.Text : $"{r.Suggestion.Text}\n({WhatBecameOf(r.Suggestion)})",
                Grounds(r.Suggestion, r.Area),
                ToClarify(r.Suggestion),
            ]));
    }

    // All that it rests on: a document, what was seen, the trips and meetings that it names.
    private string Grounds(ReviewSuggestion suggestion, DossierArea area)
    {
        string?[] grounds =
        [
            suggestion.Content.BasisDocument, suggestion.Content.Evidence,
            .. (suggestion.Content.EvidenceCases ?? []).Select(c => area.Evidence.GetValueOrDefault(c)).OfType<LinkedCase>()
                .Select(c => $"{c.Number} {texts.InVietnamese(c.Title)}".TrimEnd()),
        ];
        var known = grounds.Where(g => !string.IsNullOrWhiteSpace(g)).ToList();
        return known.Count > 0 ? string.Join('\n', known) : suggestion.Content.NoEvidenceReason ?? "";
    }

    private string WhatBecameOf(ReviewSuggestion suggestion) =>
        Vi($"suggestion.{suggestion.Status}") + (suggestion.LastReason.Length > 0 ? $": {suggestion.LastReason}" : "");

    private void Ratings(PartyDocument document, IReadOnlyList<DossierArea> areas, CaseContext context) => document.Table(
        [("TT", 8), (Words("column.area"), 32), (Words("column.by-group"), 20), (Words("column.by-leaders"), 20),
            (Words("column.official"), 20)],
        areas.Select((a, i) => (IReadOnlyList<string>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture),
            context.Directory.AreaName(a.Proposal.AreaId) + Successor(a.Proposal, context),
            Level(a.Proposal.ProposedRating),
            Level(a.Proposal.DecidedRating),
            a.Proposal.FinalRating is { } final ? Level(final) : Words("rating.none"),
        ]));

    // E-R8: a lead who came during the cycle is named beside the one who submitted.
    private string Successor(ReviewProposal proposal, CaseContext context) =>
        proposal.AuthorId.Length > 0 && context.Directory.LeadOf(proposal.GroupId, context.Today) is { } lead && lead != proposal.AuthorId
            ? "\n" + Words("rating.successor", context.Directory.NameOf(proposal.AuthorId), context.Directory.NameOf(lead))
                : "";

    private void Quota(PartyDocument document, ReviewDossierView view)
    {
        foreach (var quota in view.Quota.Where(q => q.Rated > 0))
        {
            var permitted = quota.OverrideReason is { } reason ? Words("quota.override", reason.TrimEnd('.')) : "";
            document.Text(
                Words("quota.line", quota.Group, quota.Excellent, quota.Limit, quota.Percent, quota.Good, permitted));
        }
    }

    private string Stance(DepartmentConsultation consultation)
    {
        if (consultation.Stance is not { } stance)
        {
            return Words("stance.none");
        }

        var said = Vi($"option.stance.{stance}");
        if (consultation.Handling is not { } handling)
        {
            return said;
        }

        var reason = consultation.HandlingReason.Length > 0 ? $", {consultation.HandlingReason.TrimEnd('.')}" : "";
        return said + Words("stance.handled", Vi($"option.handling.{handling}").ToLowerInvariant()) + reason;
    }

    private string ToClarify(ReviewSuggestion suggestion) => string.Join(", ", new[]
    {
        suggestion.Content.ClarifyCause == true ? Words("clarify.cause") : null,
        suggestion.Content.ClarifyCollective == true ? Words("clarify.collective") : null,
        suggestion.Content.ClarifyIndividuals == true ? Words("clarify.individuals") : null,
        suggestion.Content.ClarifyRemedy == true ? Words("clarify.remedy") : null,
    }.OfType<string>());

    private string Subject(ReviewSuggestion suggestion) =>
        suggestion.IsKeptOffSystem ? Words("subject.off-system") : suggestion.Content.SubjectName ?? "";

    // In Vietnamese, whatever the language of the page.
    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"review.{key}", args);

    private static string Moment(DateTime utc) => VietnamTime.ToLocal(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Level(QualityRating? level) => level is { } l ? Vi($"rating.{l}") : "";

    private static PartyDocument New(CaseContext context) => new(PartyProfile.Of(context.Settings.Text("Doc.Profile")));

    private DocumentHead Head(CaseContext context, string symbol) =>
        new(
            texts.Document("head.superior", context.Settings.Text("Doc.Province").ToUpperInvariant()),
            texts.Document("head.issuer"),
            symbol,
            context.Settings.Text("Doc.Place"),
            context.Today.Year);

    private static string Year(ReviewDossierView view) => view.Cycle.Year.ToString(CultureInfo.InvariantCulture);

    private static string LocalDay(DateTime utc) => PartyProfile.Day(VietnamTime.DayOf(utc));

    // Section 9.6: what names individuals says who took it out; not what is signed and sent.
    private string Mark(ReviewDossierView view, CaseContext context) =>
        view.HasRestricted
            ? Words("mark", context.Directory.NameOf(context.Actor.PersonId), Moment(context.Now))
            : "";
}
