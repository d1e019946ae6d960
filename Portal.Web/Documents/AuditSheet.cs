using Portal.Domain.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// Entries of the trail as a spreadsheet, in the words of the screen. All cells are texts: nothing somebody wrote becomes a formula.
/// </summary>
public static class AuditSheet
{
    public static byte[] Write(IReadOnlyList<AuditRow> rows, OrganisationDirectory directory, Localizer texts) =>
        Sheet.Of(
            rows.Select(r => Row(
                texts,
                r.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
                LocalFormat.Moment(r.At),
                AuditWords.Act(texts, r),
                AuditWords.Person(texts, r, directory),
                r.CaseNumber ?? "",
                AuditWords.Details(texts, r, directory)))
                .DefaultIfEmpty(Row(texts, "", "", "", "", "", "")));

    private static Dictionary<string, object> Row(Localizer texts, params string[] cells) =>
        new[] { "Audit.Number", "Audit.At", "Audit.What", "Audit.Person", "Cases.Number", "Audit.Details" }.Zip(cells)
            .ToDictionary(c => texts[c.First], c => (object)c.Second);
}
