using Portal.Domain.Administration;
using Portal.Domain.Administration.Workbook;

namespace Portal.Web.Documents.Workbook;

/// <summary>Which sheet of the workbook holds the rows of a list.</summary>
public static class RegisterSheets
{
    private static readonly Dictionary<string, string> Sheets = new()
    {
        [Registers.Areas] = AreaSheet.SheetKey,
        [Registers.Groups] = GroupSheet.SheetKey,
        [Registers.Staff] = StaffSheet.SheetKey,
        [Registers.Departments] = DepartmentSheet.SheetKey,
        [Registers.AreaKinds] = AreaKindSheet.SheetKey,
    };

    /// <returns>Key of the sheet; null for a list that has none of its own.</returns>
    public static string? Of(string? register) => register is null ? null : Sheets.GetValueOrDefault(register);
}
