using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Web.Documents;

/// <summary>Writes one Word document in the Party's layout. Every text is NFC; nothing is marked secret by the portal.</summary>
public sealed class PartyDocument : IDisposable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly PartyProfile _profile;
    private readonly MemoryStream _stream = new();
    private readonly WordprocessingDocument _document;
    private readonly Body _body = new();

    // Twips above and below what stands by itself: rules, addressees.
    private const int Apart = 240;
    private const string RuleIndent = "340";

    public PartyDocument(PartyProfile profile)
    {
        _profile = profile;
        _document = WordprocessingDocument.Create(_stream, WordprocessingDocumentType.Document);
        var main = _document.AddMainDocumentPart();
        main.Document = new Document(_body);
        var styles = main.AddNewPart<StyleDefinitionsPart>();
        styles.Styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(), Size(profile.BodySize))), new ParagraphPropertiesDefault()));
    }

    public void Head(DocumentHead head)
    {
        var left = new[]
        {
            Line(head.Superior, _profile.BodySize),
            Line(head.Issuer, _profile.BodySize, bold: true),
            Line("*", _profile.BodySize),
            Line(string.Format(CultureInfo.InvariantCulture, _profile.NumberLine, head.Symbol), _profile.BodySize),
        }
        .Concat(head.Mark.Length > 0 ? [Line(head.Mark, _profile.BodySize, bold: true)] : [])
        .Concat(head.Summary.Length > 0 ? [Line(head.Summary, _profile.SmallSize, italic: true)] : []).ToArray();
        var right = new[]
        {
            Ruled(Line(_profile.Motto, _profile.TitleSize, bold: true)),
            Line("", _profile.BodySize),
            Line(
                string.Format(CultureInfo.InvariantCulture, _profile.PlaceLine, head.Place, head.Year), _profile.BodySize, italic: true),
        };
        _body.Append(Borderless(_profile.HeadLeft, _profile.HeadRight, left, right));
    }

    /// <summary>Type name, summary and the five hyphens.</summary>
    public void Title(string type, string summary)
    {
        _body.Append(
            Line("", _profile.BodySize),
            Line(type, _profile.TypeSize, bold: true),
            Line(summary, _profile.BodySize, bold: true),
            Line("-----", _profile.BodySize, around: Apart));
    }

    /// <summary><c>Kính gửi: …</c>, <c>Kính trình: …</c></summary>
    public void Addressee(string text) => _body.Append(Line(text, _profile.BodySize, around: Apart));

    public void Centred(string text, bool bold = false, bool italic = false) => _body.Append(Line(text, _profile.BodySize, bold, italic));

    /// <summary><c>I- TÊN MỤC</c>.</summary>
    public void Heading(string text) => _body.Append(Paragraph(text, bold: true));

    public void Text(string text, bool bold = false, bool italic = false) => _body.Append(Paragraph(text, bold, italic));

    public void PageBreak() => _body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>A bordered table; widths are shares of the text width.</summary>
    public void Table(IReadOnlyList<(string Title, int Share)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var width = (int)(_profile.PageWidth - _profile.MarginLeft - _profile.MarginRight);
        var total = columns.Sum(c => c.Share);
        int Width(int i) => width * columns[i].Share / total;
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Border<TopBorder>(),
                    Border<LeftBorder>(),
                    Border<BottomBorder>(),
                    Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select((_, i) => new GridColumn { Width = Width(i).ToString(CultureInfo.InvariantCulture) })));
        table.Append(new TableRow(
        [
            new TableRowProperties(new TableHeader()),
            .. columns.Select((c, i) => (OpenXmlElement)Cell(Width(i), Line(c.Title, _profile.SmallSize, bold: true))),
        ]));
        foreach (var row in rows)
        {
            // A row stays whole on its page.
            table.Append(new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. row.Select((text, i) => (OpenXmlElement)Cell(
                    Width(i), [.. text.Split('\n').Select(t => Line(t, _profile.SmallSize, centred: false))])),
            ]));
        }

        _body.Append(table, Line("", _profile.SmallSize));
    }

    /// <summary>Recipients on the left, authority, title and room for the signature on the right.</summary>
    /// <param name="authority">E.g. <c>T/M BAN THƯỜNG VỤ</c>; empty where the head signs.</param>
    /// <param name="signer">Empty where the portal does not know.</param>
    public void Sign(IReadOnlyList<string> recipients, string authority, string title, string signer)
    {
        var left = new List<OpenXmlElement> { Line(_profile.Recipients, _profile.BodySize, underlined: true, centred: false) };
        left.AddRange(recipients.Select((r, i) => Line(
            $"- {r}{(i == recipients.Count - 1 ? "." : _profile.RecipientSeparator)}", _profile.SmallSize, centred: false)));
        var right = new List<OpenXmlElement>();
        if (authority.Length > 0)
        {
            right.Add(Line(authority, _profile.BodySize, bold: true));
        }

        right.Add(Line(title, _profile.BodySize, bold: authority.Length == 0));
        right.AddRange(Enumerable.Range(0, _profile.SignatureLines).Select(_ => Line("", _profile.BodySize)));
        right.Add(Line(signer, _profile.BodySize, bold: true));
        _body.Append(Line("", _profile.SmallSize), Borderless(_profile.SignLeft, _profile.SignRight, left, right));
    }

    /// <summary>Two who sign, one beside the other, under what each of them is: minutes.</summary>
    public void SignBoth((string Title, string Signer) left, (string Title, string Signer) right)
    {
        var half = (_profile.SignLeft + _profile.SignRight) / 2;
        _body.Append(Line("", _profile.SmallSize), Borderless(half, half, Signed(left), Signed(right)));
    }

    private List<OpenXmlElement> Signed((string Title, string Signer) by) =>
    [
        Line(by.Title, _profile.BodySize, bold: true),
        .. Enumerable.Range(0, _profile.SignatureLines).Select(_ => Line("", _profile.BodySize)),
        Line(by.Signer, _profile.BodySize, bold: true),
    ];

    /// <param name="mark">A line at the foot of every page: who took it out, when; empty for none.</param>
    public byte[] Save(string mark = "")
    {
        var main = _document.MainDocumentPart!;
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Run([new FieldChar { FieldCharType = FieldCharValues.Begin }]),
            Run([new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }]),
            Run([new FieldChar { FieldCharType = FieldCharValues.End }])));
        var section = new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) });
        if (mark.Length > 0)
        {
            foreach (var type in new[] { HeaderFooterValues.Default, HeaderFooterValues.First })
            {
                var footer = main.AddNewPart<FooterPart>();
                footer.Footer = new Footer(Line(mark, _profile.SmallSize, italic: true));
                section.Append(new FooterReference { Type = type, Id = main.GetIdOfPart(footer) });
            }
        }

        section.Append(
            new PageSize { Width = _profile.PageWidth, Height = _profile.PageHeight },
            new PageMargin
            {
                Top = _profile.MarginTop,
                Bottom = _profile.MarginBottom,
                Left = _profile.MarginLeft,
                Right = _profile.MarginRight,
                Header = _profile.HeaderDistance,
                Footer = _profile.HeaderDistance,
                Gutter = 0,
            },
            new TitlePage());
        _body.Append(section);
        _document.Save();
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose() => _document.Dispose();

    private RunFonts Fonts() =>
        new() { Ascii = _profile.Font, HighAnsi = _profile.Font, ComplexScript = _profile.Font, EastAsia = _profile.Font };

    private static FontSize Size(int points) => new() { Val = (points * 2).ToString(CultureInfo.InvariantCulture) };

    private Run Run(
        IEnumerable<OpenXmlElement> content, int? points = null, bool bold = false, bool italic = false, bool underlined = false)
    {
        var properties = new RunProperties(Fonts());
        if (bold)
        {
            properties.Append(new Bold());
        }

        if (italic)
        {
            properties.Append(new Italic());
        }

        properties.Append(
            Size(points ?? _profile.BodySize),
            new FontSizeComplexScript { Val = ((points ?? _profile.BodySize) * 2).ToString(CultureInfo.InvariantCulture) });
        if (underlined)
        {
            properties.Append(new Underline { Val = UnderlineValues.Single });
        }

        return new Run([properties, .. content]);
    }

    private Paragraph Line(
        string text, int points, bool bold = false, bool italic = false, bool underlined = false, bool centred = true, int around = 0)
    {
        var space = around.ToString(CultureInfo.InvariantCulture);
        return new(
            new ParagraphProperties(
                new SpacingBetweenLines { Before = space, After = space },
                new Justification { Val = centred ? JustificationValues.Center : JustificationValues.Left }),
            Run(Lines(text), points, bold, italic, underlined));
    }

    private Paragraph Paragraph(string text, bool bold = false, bool italic = false) => new(
        new ParagraphProperties(
            new SpacingBetweenLines
            {
                After = _profile.After.ToString(CultureInfo.InvariantCulture),
                Line = _profile.LineExact.ToString(CultureInfo.InvariantCulture),
                LineRule = LineSpacingRuleValues.Exact,
            },
            new Indentation { FirstLine = _profile.FirstLine.ToString(CultureInfo.InvariantCulture) },
            new Justification { Val = JustificationValues.Both }),
        Run(Lines(text), null, bold, italic));

    private IEnumerable<OpenXmlElement> Lines(string text) =>
        _profile.Spell(text).ReplaceLineEndings("\n").Split('\n').SelectMany((line, i) => i == 0
            ? (OpenXmlElement[])[TextOf(line)]
            : [new Break(), TextOf(line)]);

    private static Text TextOf(string line) => new(line) { Space = SpaceProcessingModeValues.Preserve };

    // The rule is about as long as the title, a little below it and above what follows.
    private static Paragraph Ruled(Paragraph paragraph)
    {
        var spacing = paragraph.ParagraphProperties!.GetFirstChild<SpacingBetweenLines>()!;
        paragraph.ParagraphProperties.InsertBefore(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 3 }), spacing);
        paragraph.ParagraphProperties.InsertAfter(new Indentation { Left = RuleIndent, Right = RuleIndent }, spacing);
        spacing.After = "120";
        return paragraph;
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static TableCell Cell(int width, params OpenXmlElement[] content) =>
        new(
        [
            new TableCellProperties(new TableCellWidth
            {
                Width = width.ToString(CultureInfo.InvariantCulture),
                Type = TableWidthUnitValues.Dxa,
            }),
            .. content,
        ]);

    private static Table Borderless(
        int left, int right, IEnumerable<OpenXmlElement> leftContent, IEnumerable<OpenXmlElement> rightContent) => new(
        new TableProperties(
            new TableWidth { Width = (left + right).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(
            new GridColumn { Width = left.ToString(CultureInfo.InvariantCulture) },
            new GridColumn { Width = right.ToString(CultureInfo.InvariantCulture) }),
        new TableRow(Cell(left, [.. leftContent]), Cell(right, [.. rightContent])));
}
