using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents.Workbook;

/// <summary>What the looks of cells say of their content: whether a number is a day, and which font shows a text.</summary>
internal sealed partial class CellLooks
{
    private const uint MonthAndYear = 17;
    private readonly Dictionary<uint, string> _formats;
    private readonly List<CellFormat> _looks;
    private readonly List<string> _fonts;

    public CellLooks(WorkbookStylesPart? styles)
    {
        var sheet = styles?.Stylesheet;
        _looks = sheet?.CellFormats?.Elements<CellFormat>().ToList() ?? [];
        _fonts = sheet?.Fonts?.Elements<Font>().Select(f => f.FontName?.Val?.Value ?? "").ToList() ?? [];
        _formats = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.NumberFormatId is not null).DistinctBy(f => f.NumberFormatId!.Value)
            .ToDictionary(f => f.NumberFormatId!.Value, f => Bare(f.FormatCode?.Value ?? "")) ?? [];
    }

    public string FontOf(uint look) => Find(look)?.FontId?.Value is { } font && font < _fonts.Count ? _fonts[(int)font] : "";

    public bool IsDay(uint look) => Find(look)?.NumberFormatId?.Value is { } id && (IsShippedDay(id) || IsDay(FormatOf(id)) || IsMonth(id));

    /// <summary>Of the day only month and year are shown: so a program takes what somebody types as 9/2026.</summary>
    public bool IsMonthOnly(uint look) => Find(look)?.NumberFormatId?.Value is { } id && IsMonth(id);

    private bool IsMonth(uint id) =>
        id == MonthAndYear || (FormatOf(id) is var format && format.Contains('m') && format.Contains('y') && !format.Contains('d'));

    // Numbers of formats that every program knows, those of East Asia among them.
    private static bool IsShippedDay(uint id) => id is (>= 14 and <= 16) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool IsDay(string format) => format.Contains('d') && (format.Contains('y') || format.Contains('m'));

    private string FormatOf(uint id) => _formats.GetValueOrDefault(id, "");

    private CellFormat? Find(uint look) => look < _looks.Count ? _looks[(int)look] : null;

    // Without what is written as it stands: texts in quotes, colours, signs behind a backslash.
    private static string Bare(string format) => Literal().Replace(format, "").ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.", RegexOptions.None, 10_000)]
    private static partial Regex Literal();
}
