using System.Globalization;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05 in the Party's layout: each passage with its source.</summary>
public sealed class AreaDigestFile(TextCatalogue texts)
{
    public byte[] Make(AreaDigest digest, CaseContext context)
    {
        var area = context.Directory.AreaName(digest.AreaId);
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", area));
        document.Centred(Words("period", PartyProfile.Day(digest.Since), PartyProfile.Day(context.Today)), italic: true);
        document.Text(Words(
            "watched", area, context.Directory.Group(digest.GroupId ?? "")?.Name ?? Words("nobody"),
            digest.LeaderId is { } leader ? context.Directory.NameOf(leader) : Words("nobody")));
        foreach (var ((heading, lines), i) in Parts(digest, context.Now).Select((p, i) => (p, i)))
        {
            document.Heading(PartyProfile.Numbered(i, heading));
            foreach (var line in lines.DefaultIfEmpty(Words("none")))
            {
                document.Text(line, italic: lines.Count == 0);
            }
        }

        document.Sign([Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    /// <summary>Its parts under their headings, a line each; one of which nothing is known has none.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> Parts(AreaDigest digest, DateTime now) =>
    [
        Part("visits", Of(digest, AreaFactKind.Visit, AreaFactKind.Meeting).Select(f => Words($"{f.Kind}", Day(f), f.Number))),
        Part("situation", Situation(digest)),
        Part("work", Of(digest, AreaFactKind.Guidance, AreaFactKind.Commitment, AreaFactKind.Proposal)
            .Where(f => f.Text.Length > 0).Select(f => Words($"{f.Kind}", Cited(f)))),
        Part("items", digest.Items.Select(i => Words(
            "item", Vi($"option.{i.Kind}"), i.Content, Vi($"item-state.{i.State}"), PartyProfile.Day(VietnamTime.DayOf(i.CreatedAt)),
            i.Direction.Length > 0 ? Words("direction", i.Direction) : ""))),
        Part("directives", Of(digest, AreaFactKind.Directive).Select(f => Words("directive", Cited(f), texts.InVietnamese(f.State)))),
        Part("ratings", Of(digest, AreaFactKind.Rating).Select(f => Words(
            "rating", VietnamTime.ToLocal(f.At).Year, texts.InVietnamese(f.State), f.Number))),
        Part("planned", Of(digest, AreaFactKind.Planned).Where(f => f.At > now).Select(f => Words("plan", Day(f), f.Text))),
        .. digest.RestrictedCases.Count == 0 ? [] : new[]
        {
            Part("restricted", digest.RestrictedCases.Select(c => Words(
                "restricted-case", texts.InVietnamese(c.Title), c.Number, texts.InVietnamese(c.State)))),
        },
    ];

    private (string Heading, IReadOnlyList<string> Lines) Part(string key, IEnumerable<string> lines) =>
        (Words($"heading.{key}"), [.. lines.SelectMany(l => l.Split('\n'))]);

    private IEnumerable<string> Situation(AreaDigest digest) =>
        from domain in WorkDomains.All.Append("")
        from fact in Of(digest, AreaFactKind.Situation).Where(f => (f.Domain ?? "") == domain && f.Text.Length > 0)
        select domain.Length == 0 ? Cited(fact) : Words("of-domain", Vi($"domain.{domain}"), Cited(fact));

    private static IEnumerable<AreaFact> Of(AreaDigest digest, params AreaFactKind[] kinds) =>
        digest.Facts.Where(f => kinds.Contains(f.Kind));

    // What was noted by itself has a day and no number.
    private static string Cited(AreaFact fact) =>
        $"{fact.Text.Trim().TrimEnd('.')} ({(fact.Number.Length > 0 ? $"{fact.Number}, " : "")}{Day(fact)})";

    private static string Day(AreaFact fact) => VietnamTime.ToLocal(fact.At).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"area-briefing.{key}", args);
}
