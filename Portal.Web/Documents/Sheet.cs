using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Portal.Web.Documents;

/// <summary>
/// Rows as a workbook, each column about as wide as what stands in it; headings are not measured, so that none is narrow.
/// </summary>
internal static class Sheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // The column width is known only at the end, for which the library needs its fast mode.
    private static readonly OpenXmlConfiguration Widths = new() { FastMode = true, EnableAutoWidth = true, MinWidth = 18, MaxWidth = 50 };

    /// <param name="rows">Rows by heading, or such rows by the name of their sheet.</param>
    public static byte[] Of(object rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows, configuration: Widths);
        return stream.ToArray();
    }
}
