using Portal.Domain.Areas;
using Portal.Web.Operations.Compliance;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>RP-04 as a spreadsheet, in the words of the screen.</summary>
public static class ComplianceSheet
{
    public static byte[] Write(IReadOnlyList<ComplianceFinding> findings, OrganisationDirectory directory, Localizer texts) =>
        Sheet.Of(findings.Select(f => Row(
            texts,
            f.Number,
            texts[f.Title],
            directory.Group(f.GroupId)?.Name ?? f.GroupId,
            ComplianceWords.Of(texts, f),
            LocalFormat.Moment(f.At),
            f.LateDays == 0 ? "" : f.LateDays))
            .DefaultIfEmpty(Row(texts, "", "", "", "", "", "")));

    private static Dictionary<string, object?> Row(Localizer texts, params object[] cells) =>
        new[] { "Cases.Number", "Cases.What", "Inbox.Group", "Compliance.Finding", "Compliance.At", "Compliance.Days" }.Zip(cells)
            .ToDictionary(c => texts[c.First], c => (object?)c.Second);
}
