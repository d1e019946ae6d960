using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents;

/// <summary>How cells of a printed table look; each look has its number in the workbook.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0;
    public const uint Centred = 1;
    public const uint CentredBold = 2;
    public const uint Title = 3;
    public const uint CentredItalic = 4;
    public const uint Heading = 5;
    public const uint Text = 6;
    public const uint Moment = 7;
    public const uint Bold = 8;
    public const uint Counted = 9;

    private const string FontName = "Times New Roman";
    private const uint MomentFormat = 164;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "hh:mm dd/mm/yyyy" }),
        new Fonts(Font(12), Font(12, bold: true), Font(14, bold: true), Font(12, italic: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0),
            Format(0, HorizontalAlignmentValues.Center),
            Format(1, HorizontalAlignmentValues.Center),
            Format(2, HorizontalAlignmentValues.Center),
            Format(3, HorizontalAlignmentValues.Center),
            Format(1, HorizontalAlignmentValues.Center, isFramed: true),
            Format(0, isFramed: true),
            Format(0, isFramed: true, number: MomentFormat),
            Format(1, isFramed: true),
            Format(0, HorizontalAlignmentValues.Center, isFramed: true)));

    private static Font Font(double points, bool bold = false, bool italic = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = points }, new FontName { Val = FontName });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    // What is framed is a cell of the table: its text goes on in the next line and begins at the top.
    private static CellFormat Format(
        uint font, HorizontalAlignmentValues? horizontal = null, bool isFramed = false, uint number = 0) => new(
        new Alignment
        {
            Horizontal = horizontal ?? HorizontalAlignmentValues.General,
            Vertical = isFramed ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
            WrapText = isFramed,
        })
        {
            FontId = font,
            FillId = 0,
            BorderId = isFramed ? 1u : 0,
            NumberFormatId = number,
            ApplyFont = true,
            ApplyBorder = isFramed,
            ApplyAlignment = true,
            ApplyNumberFormat = number > 0,
        };
}
