using System.IO.Compression;
using System.Text;

namespace Portal.Tests.TestKit;

/// <summary>A workbook written by hand, with what real ones have: looks of cells, merged cells, hidden rows, either date system.</summary>
internal sealed class MadeWorkbook
{
    public const int ShortDay = 1, MonthAndYear = 2, OwnDay = 3, OldFont = 4, WrittenMonth = 5;

    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164"
        formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;tháng &quot;m/yyyy"/></numFmts><fonts count="2">
        <font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts><fills count="1"><fill/></fills>
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/>
        <xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="164"/><xf fontId="1"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """;

    private readonly List<(string Name, StringBuilder Rows, List<string> Merged)> _sheets = [];
    private int _row;

    public bool Is1904 { get; init; }

    public MadeWorkbook Sheet(string name)
    {
        _sheets.Add((name, new StringBuilder(), []));
        _row = 0;
        return this;
    }

    /// <summary>A row of texts; null is no cell, a number with a look a cell of numbers, a text with one a text in it.</summary>
    public MadeWorkbook Row(params object?[] cells) => Row(hidden: false, cells);

    public MadeWorkbook Hidden(params object?[] cells) => Row(hidden: true, cells);

    public MadeWorkbook Skip(int rows)
    {
        _row += rows;
        return this;
    }

    public MadeWorkbook Merge(string range)
    {
        _sheets[^1].Merged.Add(range);
        return this;
    }

    public MemoryStream Make()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            const string Space = "http://schemas.openxmlformats.org/package/2006/";
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Write(zip, "[Content_Types].xml", $"<Types xmlns=\"{Space}content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Main}sheet.main+xml\"/>"
                + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Main}styles+xml\"/>"
                + string.Concat(_sheets.Select((_, i) =>
                    $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Main}worksheet+xml\"/>")) + "</Types>");
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"{Space}relationships\"><Relationship Id=\"rId1\""
                + $" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Space}relationships\">"
                + string.Concat(_sheets.Select((_, i) =>
                    $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId99\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + $" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(Is1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{Escaped(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
                + "</sheets></workbook>");
            Write(zip, "xl/styles.xml", Styles);
            foreach (var ((_, rows, merged), i) in _sheets.Select((s, i) => (s, i)))
            {
                var ranges = string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"));
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + $"<sheetData>{rows}</sheetData>{(ranges.Length > 0 ? $"<mergeCells>{ranges}</mergeCells>" : "")}</worksheet>");
            }
        }

        stream.Position = 0;
        return stream;
    }

    private MadeWorkbook Row(bool hidden, object?[] cells)
    {
        _row++;
        var places = cells.Select((c, i) => (Place: $"{(char)('A' + i)}{_row}", Value: c)).Where(c => c.Value is not null);
        var made = places.Select(c => c.Value switch
        {
            (double number, int look) => $"<c r=\"{c.Place}\" s=\"{look}\"><v>{FormattableString.Invariant($"{number}")}</v></c>",
            (string text, int look) => Text(c.Place, text, look),
            int or double => $"<c r=\"{c.Place}\"><v>{FormattableString.Invariant($"{c.Value}")}</v></c>",
            Exception => $"<c r=\"{c.Place}\" t=\"e\"><f>A0</f><v>#REF!</v></c>",
            _ => Text(c.Place, (string)c.Value!, 0),
        });
        _sheets[^1].Rows.Append($"<row r=\"{_row}\"{(hidden ? " hidden=\"1\"" : "")}>{string.Concat(made)}</row>");
        return this;
    }

    private static string Text(string place, string text, int look) =>
        $"<c r=\"{place}\" s=\"{look}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>";

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
