using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Portal.Web.Operations.Files;

/// <summary>
/// The fields of a Word text (ECMA-376 part 1, 17.16): page numbers, tables of contents, dates. DDE, LINK, INCLUDE… and whatever puts its
/// own name together from other fields are none of those that are taken.
/// </summary>
internal static class OfficeFields
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "=", "ADVANCE", "ASK", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIBLIOGRAPHY", "CITATION", "COMMENTS",
        "CREATEDATE", "DATE", "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EQ", "FILENAME", "FILESIZE", "FILLIN",
        "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "GOTOBUTTON", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS",
        "LASTSAVEDBY", "LISTNUM", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "NOTEREF", "NUMCHARS",
        "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "REVNUM", "SAVEDATE", "SECTION",
        "SECTIONPAGES", "SEQ", "SET", "SKIPIF", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC", "TEMPLATE", "TIME",
        "TITLE", "TOA", "TOC", "USERADDRESS", "USERINITIALS", "USERNAME", "XE",
    };

    /// <exception cref="XmlException">It is no XML.</exception>
    public static bool AreAllowed(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var xml = OfficeDocument.Read(part);

        // Instructions of the fields that are open at this place, the innermost last; null for one whose result has begun.
        var open = new Stack<StringBuilder?>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "fldSimple" when !IsAllowed(Attribute(xml, "instr")):
                    return false;
                case "fldChar" when !Follow(open, Attribute(xml, "fldCharType")):
                    return false;
                case "instrText" or "delInstrText":
                    var text = xml.IsEmptyElement ? "" : TextOf(xml);
                    if (open.TryPeek(out var instruction) && instruction is not null)
                    {
                        instruction.Append(text);
                    }
                    else if (text.Trim().Length > 0)
                    {
                        return false;
                    }

                    break;
            }
        }

        return open.All(i => i is null || IsAllowed(i.ToString()));
    }

    private static bool Follow(Stack<StringBuilder?> open, string type)
    {
        switch (type)
        {
            case "begin":
                if (open.TryPeek(out var outer) && outer is not null && !outer.ToString().TrimStart().Any(char.IsWhiteSpace))
                {
                    // The outer one's name is not at its end yet: it would be put together from the inner one's result.
                    outer.Append('?');
                }

                open.Push(new StringBuilder());
                return true;
            case "separate" or "end":
                if (!open.TryPop(out var instruction))
                {
                    return false;
                }

                if (type == "separate")
                {
                    open.Push(null);
                }

                return instruction is null || IsAllowed(instruction.ToString());
            default:
                return false;
        }
    }

    private static string TextOf(XmlReader xml)
    {
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private static string Attribute(XmlReader xml, string name)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return "";
    }

    // The first word names the field; a formula begins with its sign. An empty one, as people leave behind, does nothing.
    private static bool IsAllowed(string instruction)
    {
        var text = instruction.Trim();
        if (text.Length == 0 || text[0] == '=')
        {
            return true;
        }

        var end = text.IndexOfAny([' ', '\t', '\r', '\n', '\u00a0', '\\', '"']);
        return Allowed.Contains(end < 0 ? text : text[..end]);
    }
}
