using Portal.Domain.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>Entries of the trail as a spreadsheet, in the words of the screen. All cells are texts: nothing somebody wrote becomes a formula.</summary>
public static class AuditSheet
{
    public static byte[] Write(IReadOnlyList<AuditRow> rows, OrganisationDirectory directory, T t) =>
        Sheet.Of(rows.Select(r => Row(t, r.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), LocalFormat.Moment(r.At), AuditWords.Act(t, r), AuditWords.Person(t, r, directory), r.CaseNumber ?? "", AuditWords.Details(t, r, directory)))
            .DefaultIfEmpty(Row(t, "", "", "", "", "", "")));

    private static Dictionary<string, object> Row(T t, params string[] cells) =>
        new[] { "Audit.Number", "Audit.At", "Audit.What", "Audit.Person", "Cases.Number", "Audit.Details" }.Zip(cells).ToDictionary(c => t[c.First], c => (object)c.Second);
}
