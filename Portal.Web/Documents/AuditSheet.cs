using System.Globalization;
using Portal.Domain.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>Entries of the trail as a spreadsheet, in the words of the screen.</summary>
public static class AuditSheet
{
    public static byte[] Write(SheetHead head, IReadOnlyList<AuditRow> rows, OrganisationDirectory directory, Localizer texts) =>
        Sheet.Of(head, SheetTable.Of(
            texts["Audit.Title"],
            rows,
            new(texts["Audit.Number"], r => r.Sequence.ToString(CultureInfo.InvariantCulture)),
            new(texts["Audit.At"], r => LocalFormat.Moment(r.At)),
            new(texts["Audit.What"], r => AuditWords.Act(texts, r)),
            new(texts["Audit.Person"], r => AuditWords.Person(texts, r, directory)),
            new(texts["Cases.Number"], r => r.CaseNumber),
            new(texts["Audit.Details"], r => AuditWords.Details(texts, r, directory))));
}
