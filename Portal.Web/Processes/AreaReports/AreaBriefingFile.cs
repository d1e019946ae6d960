using System.Globalization;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05 in the Party's layout: each passage with its source.</summary>
public sealed class AreaBriefingFile(TextCatalogue texts)
{
    public byte[] Make(AreaBriefing briefing, CaseContext context)
    {
        var area = context.Directory.AreaName(briefing.AreaId);
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", area));
        document.Centred(Words("period", PartyProfile.Day(briefing.Since), PartyProfile.Day(context.Today)), italic: true);
        document.Text(Words(
            "watched", area, context.Directory.Group(briefing.GroupId ?? "")?.Name ?? Words("nobody"),
            briefing.LeaderId is { } leader ? context.Directory.NameOf(leader) : Words("nobody")));
        Part(document, "visits", Of(briefing, AreaFactKind.Visit, AreaFactKind.Meeting).Select(f => Words($"{f.Kind}", Day(f), f.Number)));
        Part(document, "situation", Situation(briefing));
        Part(document, "work", Of(briefing, AreaFactKind.Guidance, AreaFactKind.Commitment, AreaFactKind.Proposal)
            .Where(f => f.Text.Length > 0).Select(f => Words($"{f.Kind}", Cited(f))));
        Part(document, "items", briefing.Items.Select(i => Words(
            "item", Vi($"option.{i.Kind}"), i.Content, Vi($"item-state.{i.State}"), PartyProfile.Day(VietnamTime.DayOf(i.CreatedAt)),
            i.Direction.Length > 0 ? Words("direction", i.Direction) : "")));
        Part(document, "directives", Of(briefing, AreaFactKind.Directive)
            .Select(f => Words("directive", Cited(f), texts.InVietnamese(f.State))));
        Part(document, "ratings", Of(briefing, AreaFactKind.Rating).Select(f => Words(
            "rating", VietnamTime.ToLocal(f.At).Year, texts.InVietnamese(f.State), f.Number)));
        Part(document, "planned", Of(briefing, AreaFactKind.Planned).Where(f => f.At > context.Now)
            .Select(f => Words("plan", Day(f), f.Text)));
        document.Sign([Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    private IEnumerable<string> Situation(AreaBriefing briefing) =>
        from domain in WorkDomains.All.Append("")
        from fact in Of(briefing, AreaFactKind.Situation).Where(f => (f.Domain ?? "") == domain && f.Text.Length > 0)
        select domain.Length == 0 ? Cited(fact) : Words("of-domain", Vi($"domain.{domain}"), Cited(fact));

    private void Part(PartyDocument document, string key, IEnumerable<string> lines)
    {
        document.Heading(Words($"heading.{key}"));
        var any = false;
        foreach (var line in lines.SelectMany(l => l.Split('\n')))
        {
            document.Text(line);
            any = true;
        }

        if (!any)
        {
            document.Text(Words("none"), italic: true);
        }
    }

    private static IEnumerable<AreaFact> Of(AreaBriefing briefing, params AreaFactKind[] kinds) =>
        briefing.Facts.Where(f => kinds.Contains(f.Kind));

    // What was noted by itself has a day and no number.
    private static string Cited(AreaFact fact) =>
        $"{fact.Text.Trim().TrimEnd('.')} ({(fact.Number.Length > 0 ? $"{fact.Number}, " : "")}{Day(fact)})";

    private static string Day(AreaFact fact) => VietnamTime.ToLocal(fact.At).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"area-briefing.{key}", args);
}
