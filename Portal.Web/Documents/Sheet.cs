using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Portal.Web.Documents;

/// <summary>Rows as a workbook, each column as wide as what stands in it.</summary>
internal static class Sheet
{
    // Width is known only at the end: the library asks for its fast mode then.
    private static readonly OpenXmlConfiguration Widths = new() { FastMode = true, EnableAutoWidth = true, MinWidth = 8, MaxWidth = 60 };

    /// <param name="rows">Rows by heading, or such rows by the name of their sheet.</param>
    public static byte[] Of(object rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows, configuration: Widths);
        return stream.ToArray();
    }
}
