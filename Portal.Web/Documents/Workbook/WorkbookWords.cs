using System.Text.RegularExpressions;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Documents.Workbook;

/// <summary>
/// The words of the workbook: names of sheets, headings, choices. They are written in the language of the page and read in both.
/// </summary>
public sealed partial class WorkbookWords
{
    private const char BetweenWords = '|';
    private readonly TextCatalogue _catalogue;
    private readonly Localizer _texts;
    private readonly Dictionary<string, string> _sheets = [];
    private readonly Dictionary<(string Sheet, string Heading), string> _columns = [];
    private readonly Dictionary<(WorkbookColumn Column, string Word), string> _options = [];

    public WorkbookWords(TextCatalogue catalogue, Localizer texts, IReadOnlyList<IWorkbookSheet> sheets)
    {
        (_catalogue, _texts, Sheets) = (catalogue, texts, sheets);
        foreach (var sheet in sheets)
        {
            foreach (var name in Both($"workbook.{sheet.Key}"))
            {
                _sheets.TryAdd(VietnameseText.Fold(name), sheet.Key);
            }

            foreach (var column in sheet.Columns)
            {
                foreach (var heading in Both($"sheet.{column.Key}").Concat(Both($"sheet-also.{column.Key}")))
                {
                    _columns.TryAdd((sheet.Key, VietnameseText.Fold(heading)), column.Key);
                }

                foreach (var option in column.Options)
                {
                    foreach (var word in Both(column.OptionWords + option).Append(option))
                    {
                        _options.TryAdd((column, VietnameseText.Fold(word)), option);
                    }
                }
            }
        }
    }

    public IReadOnlyList<IWorkbookSheet> Sheets { get; }

    public string this[string key] => _texts[key];

    public string NameOf(IWorkbookSheet sheet) => _texts[$"workbook.{sheet.Key}"];

    public string HeadingOf(WorkbookColumn column) => _texts[$"sheet.{column.Key}"];

    public string ExampleOf(IWorkbookSheet sheet, WorkbookColumn column) =>
        _texts.First("", $"workbook-example.{sheet.Key}.{column.Key}", $"workbook-example.{column.Key}");

    /// <summary>The sheet of a name; null for one that means nothing here.</summary>
    public IWorkbookSheet? SheetOf(string name) =>
        _sheets.TryGetValue(VietnameseText.Fold(name), out var key) ? Sheets.First(s => s.Key == key) : null;

    /// <summary>The column that a heading names, whatever stands in brackets behind it; null where it names none.</summary>
    public string? ColumnOf(IWorkbookSheet sheet, string heading) =>
        _columns.GetValueOrDefault((sheet.Key, VietnameseText.Fold(Remark().Replace(heading, " "))));

    /// <summary>The choice that a word means; null where it means none.</summary>
    public string? OptionOf(WorkbookColumn column, string word) => _options.GetValueOrDefault((column, VietnameseText.Fold(word)));

    /// <summary>Sheets that explain the workbook and are not read.</summary>
    public bool IsAside(string name) => Both("workbook.guide").Concat(Both("workbook.lists"))
        .Any(n => VietnameseText.Fold(n) == VietnameseText.Fold(name));

    /// <summary>A value of the report in words.</summary>
    public string Shown(WorkbookColumn column, string value) => column.Kind switch
    {
        _ when value.Length == 0 => "",
        CellKind.Day => $"{DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture):dd/MM/yyyy}",
        CellKind.YesNo => _texts[value == "true" ? "Common.Yes" : "Common.No"],
        CellKind.Choice => _texts[column.OptionWords + value],
        CellKind.Choices => string.Join("; ", value.Split(',').Select(v => _texts[column.OptionWords + v])),
        _ => value,
    };

    private IEnumerable<string> Both(string key) =>
        new[] { _catalogue.Vietnamese.GetValueOrDefault(key), _catalogue.English.GetValueOrDefault(key) }
            .OfType<string>().SelectMany(t => t.Split(BetweenWords));

    [GeneratedRegex(@"\([^)]*\)|[*:]", RegexOptions.None, 10_000)]
    private static partial Regex Remark();
}
