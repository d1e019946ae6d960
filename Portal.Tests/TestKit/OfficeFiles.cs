using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;

namespace Portal.Tests.TestKit;

/// <summary>Word and Excel files as programs make them, and what somebody makes of them.</summary>
public static class OfficeFiles
{
    /// <summary>A Word file with styles, settings, a picture, a link and a page number.</summary>
    public static byte[] Word()
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("Tờ trình"))),
                new Paragraph(new SimpleField { Instruction = " PAGE  \\* MERGEFORMAT " })));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings();
            main.AddHyperlinkRelationship(new Uri("https://xaydungdang.org.vn/"), isExternal: true);
            using var picture = new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
            main.AddImagePart(ImagePartType.Png).FeedData(picture);
            document.PackageProperties.Creator = "Cán bộ";
        }

        return memory.ToArray();
    }

    public static byte[] Excel()
    {
        using var memory = new MemoryStream();
        memory.SaveAs(new[] { new { Họ = "Lê", Tên = "An" } });
        return memory.ToArray();
    }

    /// <summary>All that stands in the cells of a workbook.</summary>
    public static string Cells(byte[] workbook)
    {
        using var memory = new MemoryStream(workbook);
        return string.Join('\n', memory.GetSheetNames()
            .SelectMany(n => memory.Query(sheetName: n).Cast<IDictionary<string, object?>>().ToList())
            .Select(r => string.Join('\t', r.Values)));
    }

    /// <summary>The file with parts added, or put in the place of those of the same name.</summary>
    public static byte[] With(byte[] file, params (string Name, string Text)[] parts) =>
        With(file, [.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);

    public static byte[] With(byte[] file, params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                zip.GetEntry(name)?.Delete();
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>The text of a part.</summary>
    public static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The file with one part changed.</summary>
    public static byte[] Change(byte[] file, string name, Func<string, string> change) =>
        With(file, (name, change(Part(file, name))));
}
