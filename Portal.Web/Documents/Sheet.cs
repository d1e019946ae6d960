using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Portal.Domain.Common;

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
        stream.SaveAs(Clean(rows), configuration: Widths);
        return stream.ToArray();
    }

    // What was stored before texts were cleaned on entry may hold characters that no workbook opens with.
    private static object Clean(object rows) => rows switch
    {
        IEnumerable<IDictionary<string, object?>> table => table.Select(Clean).ToList(),
        IDictionary<string, object> sheets => sheets.ToDictionary(s => s.Key, s => Clean(s.Value)),
        _ => throw new ArgumentException("Rows by heading, or such rows by the name of their sheet.", nameof(rows)),
    };

    private static Dictionary<string, object?> Clean(IDictionary<string, object?> row) =>
        row.ToDictionary(c => PlainText.CleanLine(c.Key), c => c.Value is string text ? PlainText.Clean(text) : c.Value);
}
