using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Portal.Web.Operations.Files;

namespace Portal.Web.Operations.Searching;

/// <summary>
/// Words of a Word or Excel file, read from its parts as they are unpacked: nothing of it is built up in memory, however large a part says
/// it is or turns out to be.
/// </summary>
internal static partial class OfficeWords
{
    // Markup counts too; far above any document people write.
    private const long MostCharacters = 64L * 1024 * 1024;

    private const int LongestText = 32_768;

    public static void Read(Stream file, WordSet words, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(e => TextParts().IsMatch(e.FullName)))
        {
            using var part = entry.Open();
            using var xml = OfficeDocument.Read(part, MostCharacters);
            ReadPart(xml, words, cancellation);
        }
    }

    // A word may lie in several runs; it ends with its paragraph, its cell, a tab or a break. What a cell holds as its value is a text
    // where it says so; else a number, or that of a text which lies with the others.
    private static void ReadPart(XmlReader xml, WordSet words, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var (isText, isTextCell) = (false, false);
        var buffer = new char[4096];
        while (xml.Read() && !words.IsFull)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0 && text.Length < LongestText;)
                {
                    text.Append(buffer, 0, read);
                }
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                isTextCell = xml is { NodeType: XmlNodeType.Element, LocalName: "c" } ? xml.GetAttribute("t") == "str" : isTextCell;
                isText = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false }
                    && (xml.LocalName == "t" || (isTextCell && xml.LocalName == "v"));
                if (xml.LocalName is "p" or "si" or "c" or "tab" or "br" or "cr" || text.Length >= LongestText)
                {
                    words.Add(text.ToString());
                    text.Clear();
                }
            }
        }

        words.Add(text.ToString());
    }

    [GeneratedRegex(
        @"^(word/(document|footnotes|endnotes|header\d*|footer\d*)|xl/(sharedStrings|worksheets/[^/]+))\.xml$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TextParts();
}
