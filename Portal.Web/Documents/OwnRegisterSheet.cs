using Portal.Domain.Areas;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>The register of a process that administrators made, as a spreadsheet.</summary>
internal static class OwnRegisterSheet
{
    private const int MaxSheetName = 31;

    public static byte[] Write(SheetHead head, OwnRegisterView register, OrganisationDirectory directory, Localizer texts) =>
        Sheet.Of(head, SheetTable.Of(
            register.Name.Length <= MaxSheetName ? register.Name : register.Name[..MaxSheetName],
            register.Page.Rows,
            [
                new(texts["Cases.Number"], r => r.Case.Number),
                new(texts["Cases.What"], r => texts[r.Case.Title]),
                new(texts["OwnRegister.By"], r => directory.NameOf(r.Case.InitiatorId)),
                new(texts["OwnRegister.At"], r => LocalFormat.Moment(r.Case.CreatedAt)),
                new(texts["Cases.Status"], r => texts.Status(r.Case.ProcessKey, r.Case.Status)),
                .. register.Columns.Select(c => new SheetColumn<OwnRegisterRow>(
                    c.Label, r => ExtraWords.Of(texts, c.Kind, r.Values.GetValueOrDefault(c.Name, ""), directory))),
            ]));
}
