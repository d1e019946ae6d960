using Portal.Domain.Areas;
using Portal.Web.Operations.Compliance;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>RP-04 as a spreadsheet, in the words of the screen.</summary>
public static class ComplianceSheet
{
    public static byte[] Write(
        SheetHead head, IReadOnlyList<ComplianceFinding> findings, OrganisationDirectory directory, Localizer texts) =>
        Sheet.Of(head, SheetTable.Of(
            texts["Compliance.Title"],
            findings,
            new(texts["Cases.Number"], f => f.Number),
            new(texts["Cases.What"], f => texts[f.Title]),
            new(texts["Inbox.Group"], f => directory.Group(f.GroupId)?.Name ?? f.GroupId),
            new(texts["Compliance.Finding"], f => ComplianceWords.Of(texts, f)),
            new(texts["Compliance.At"], f => LocalFormat.Moment(f.At)),
            new(texts["Compliance.Days"], f => f.LateDays == 0 ? null : f.LateDays)));
}
