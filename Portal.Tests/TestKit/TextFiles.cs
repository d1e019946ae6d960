using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Portal.Tests.TestKit;

/// <summary>Files with words in them, and PDF files that harm whoever reads them without care.</summary>
public static class TextFiles
{
    public static byte[] Word(params string[] runs)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(
                runs.Select(r => new Run(new Text(r) { Space = SpaceProcessingModeValues.Preserve })))));
        }

        return memory.ToArray();
    }

    public static byte[] Excel(string text)
    {
        using var memory = new MemoryStream();
        memory.SaveAs(new[] { new { Cột = text } });
        return memory.ToArray();
    }

    /// <param name="text">Without tone marks: the fonts of every reader have none.</param>
    public static byte[] Pdf(string text)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText(text, 12, new PdfPoint(40, 700), font);
        return builder.Build();
    }

    /// <summary>A page whose content is a few kilobytes and becomes so many megabytes.</summary>
    public static byte[] PdfBomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blank = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < megabytes; i++)
            {
                zip.Write(blank);
            }
        }

        return PdfOf($"/Length {packed.Length} /Filter /FlateDecode", packed.ToArray());
    }

    /// <summary>A page whose content is an array in an array, and so on.</summary>
    public static byte[] NestedPdf(int depth) =>
        PdfOf($"/Length {depth}", Encoding.ASCII.GetBytes(new string('[', depth)));

    /// <summary>Pages within pages, each of them holding one.</summary>
    public static byte[] DeepPdf(int depth) => PdfOf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
        .. Enumerable.Range(0, depth).Select(i => Encoding.ASCII.GetBytes($"<< /Type /Pages /Kids [{i + 3} 0 R] /Count 1 >>")),
        "<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>"u8.ToArray(),
    ]);

    /// <summary>A form that is drawn within itself.</summary>
    public static byte[] EndlessPdf() => PdfOf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"u8.ToArray(),
        StreamOf("/Length 5", "/X Do"u8),
        StreamOf(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11", "/X Do /X Do"u8),
    ]);

    private static byte[] PdfOf(string dictionary, byte[] content) => PdfOf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>"u8.ToArray(),
        StreamOf(dictionary, content),
    ]);

    private static byte[] StreamOf(string dictionary, ReadOnlySpan<byte> content) =>
        [.. Encoding.ASCII.GetBytes($"<< {dictionary} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] PdfOf(IEnumerable<byte[]> objects)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        Write("%PDF-1.7\n");
        foreach (var one in objects)
        {
            places.Add(file.Length);
            Write($"{places.Count} 0 obj\n");
            file.Write(one);
            Write("\nendobj\n");
        }

        var start = file.Length;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => Write(p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }
}
