using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05 as the lead wrote it, in the Party's layout (S-02, Đ5.5).</summary>
public sealed class AreaBriefingFile(TextCatalogue texts)
{
    public byte[] Make(AreaBriefing briefing, IEnumerable<BriefingSection> sections, CaseContext context)
    {
        var area = context.Directory.AreaName(briefing.AreaId);
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), Words("about-for", area));
        document.Centred(Words("needed", PartyProfile.Day(briefing.NeededBy)), italic: true);
        document.Text(Words("purpose", briefing.Purpose));
        foreach (var section in sections)
        {
            document.Heading(section.Title ?? "");
            foreach (var line in (section.Text ?? "").Split('\n').Where(l => l.Trim().Length > 0))
            {
                document.Text(line);
            }
        }

        document.Sign([Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    private string Words(string key, params object?[] args) => texts.Document($"area-briefing.{key}", args);
}
