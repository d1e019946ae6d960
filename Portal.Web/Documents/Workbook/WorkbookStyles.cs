using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents.Workbook;

/// <summary>How the cells of the workbook look; each look has its number.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Note = 2;
    public const uint Heading = 3;
    public const uint NeededHeading = 4;
    public const uint Text = 5;
    public const uint Day = 6;
    public const uint Paragraph = 7;

    private const uint DayFormat = 165;
    private const uint TextFormat = 49;
    private const string FontName = "Times New Roman";

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Letters(12), Letters(14, isBold: true), Letters(11, isItalic: true, colour: "FF595959"), Letters(12, isBold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Ground("FFEDEDED"),
            Ground("FFF6DCD9")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Look(0), Look(1), Look(2, wraps: true), Look(3, ground: 2, isFramed: true, wraps: true),
            Look(3, ground: 3, isFramed: true, wraps: true), Look(0, isFramed: true, wraps: true, format: TextFormat),
            Look(0, isFramed: true, format: DayFormat), Look(0, wraps: true)));

    private static Font Letters(double points, bool isBold = false, bool isItalic = false, string? colour = null)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        if (isItalic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = points });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }

        font.Append(new FontName { Val = FontName });
        return font;
    }

    private static Fill Ground(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour })
    {
        PatternType = PatternValues.Solid,
    });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static CellFormat Look(uint font, uint ground = 0, bool isFramed = false, bool wraps = false, uint format = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
        {
            FontId = font,
            FillId = ground,
            BorderId = isFramed ? 1u : 0,
            NumberFormatId = format,
            ApplyFont = true,
            ApplyFill = ground > 0,
            ApplyBorder = isFramed,
            ApplyAlignment = true,
            ApplyNumberFormat = format > 0,
        };
}
