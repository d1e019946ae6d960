using System.Text;
using System.Text.RegularExpressions;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Files;

namespace Portal.Tests.Web;

/// <summary>
/// Word and Excel files are taken by a list of what they may hold. Each trick is tried in every spelling that XML has for the same thing.
/// </summary>
public class OfficeDocumentTests
{
    private const string Rels = "word/_rels/document.xml.rels";
    private const string Types = "[Content_Types].xml";
    private const string Base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Kinds of relationships that run, fetch or embed something.</summary>
    private static readonly string[] BadKinds =
    [
        "attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk", "control", "externalLink", "externalLinkPath", "vbaProject",
        "mailMergeSource", "recipientData", "connections", "queryTable", "video", "audio", "keyMapCustomizations", "activeXControlBinary",
        "webextension", "wordVbaData", "xlMacrosheet", "dialogsheet", "ctrlProp", "attachedToolbars", "unknown",
    ];

    /// <summary>Types of parts that run something.</summary>
    private static readonly string[] BadTypes =
    [
        "application/vnd.ms-office.vbaProject", "application/vnd.ms-office.activeX+xml", "application/vnd.ms-word.vbaData+xml",
        "application/vnd.openxmlformats-officedocument.oleObject", "application/vnd.ms-excel.macrosheet+xml", "text/html",
        "application/vnd.ms-word.attachedToolbars", "message/rfc822", "application/vnd.ms-office.webextension+xml", "",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml", "application/x-msdownload",
        "application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ];

    private static readonly string[] BadFields =
    [
        "DDE", "DDEAUTO", "dde", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "DATABASE", "MACROBUTTON", "EMBED", "RD", "AUTOTEXT",
        "PRINT",
    ];

    [Fact]
    public void What_programs_make_is_taken()
    {
        Assert.Null(Word(OfficeFiles.Word()));
        Assert.Null(Check(OfficeFiles.Excel(), "xl/workbook.xml"));
        foreach (var field in new[] { " PAGE ", " TOC \\o &quot;1-3&quot; \\h ", "=SUM(ABOVE)", " IF 1 = 1 &quot;a&quot; &quot;b&quot;",
            "" })
        {
            Assert.Null(Word(Body(Field(field))));
        }

        // The figures behind a chart.
        var chart = Typed(
            OfficeFiles.With(OfficeFiles.Word(), ("word/embeddings/so-lieu.xlsx", OfficeFiles.Excel())),
            "/word/embeddings/so-lieu.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Assert.Null(Word(chart));
    }

    [Fact]
    public void No_relationship_that_is_not_on_the_list_is_taken_in_any_spelling()
    {
        foreach (var kind in BadKinds)
        {
            foreach (var type in new[] { Base + kind, "http://purl.oclc.org/ooxml/officeDocument/relationships/" + kind, "x:" + kind })
            {
                foreach (var mode in new[] { "", " TargetMode=\"External\"", " TargetMode='External'", " TargetMode=\"&#69;xternal\"" })
                {
                    AssertActive(Rel($"<Relationship Id='r99' Type='{type}' Target='http://x/t.dotm'{mode}/>"), $"{type}{mode}");
                    AssertActive(
                        Rel($"<Relationship Id=\"r99\" Type=\"{Spelt(type)}\" Target=\"http://x/t.dotm\"{mode}/>"), $"{type}{mode}");
                }
            }
        }
    }

    [Fact]
    public void Neither_behind_a_long_comment_nor_in_another_encoding_nor_with_a_prefix()
    {
        const string Bad = $"Id='r99' Type='{Base}attachedTemplate' Target='http://x/t' TargetMode='External'";
        AssertActive(Rel($"<!--{new string('x', 2 * 1024 * 1024)}--><Relationship {Bad}/>"), "comment");
        AssertActive(OfficeFiles.With(OfficeFiles.Word(), (Rels, (byte[])
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes(
                $"<?xml version='1.0' encoding='utf-16'?><Relationships xmlns='{Ns}'><Relationship {Bad}/></Relationships>"),
        ])), "utf-16");
        AssertActive(
            OfficeFiles.With(OfficeFiles.Word(), (Rels, $"<p:Relationships xmlns:p='{Ns}'><p:Relationship {Bad}/></p:Relationships>")),
            "prefix");
        Assert.Equal("File.WrongType", Word(OfficeFiles.With(OfficeFiles.Word(), (Rels,
            $"<!DOCTYPE r [<!ENTITY e 'External'>]><Relationships xmlns='{Ns}'><Relationship Id='a' Type='x' Target='y' TargetMode='&e;'/>"
                + "</Relationships>"))));

        // What leads outside is a link to click, or nothing.
        AssertActive(Rel($"<Relationship Id='r99' Type='{Base}image' Target='http://x/a.png' TargetMode='External'/>"), "picture");
        AssertActive(Rel($"<Relationship Id='r99' Type='{Base}hyperlink' Target='javascript:alert(1)' TargetMode='External'/>"), "script");
        AssertActive(Rel($"<Relationship Id='r99' Type='{Base}hyperlink' Target='ms-msdt:/id' TargetMode='External'/>"), "protocol");
        AssertActive(Rel($"<Relationship Id='r99' Type='{Base}image' Target='http://x/a.png'/>"), "internal in name");
        Assert.Null(Word(Rel($"<Relationship Id='r99' Type='{Base}hyperlink' Target='https://x/' TargetMode='External'/>")));
    }

    [Fact]
    public void No_part_of_a_type_that_is_not_on_the_list_is_taken_whatever_its_name()
    {
        foreach (var type in BadTypes)
        {
            foreach (var name in new[] { "word/vbaProject.bin", "word/media/anh.png", "word/a/b.xml", "customXml/item9.xml" })
            {
                var file = OfficeFiles.With(OfficeFiles.Word(), (name, "x"));
                AssertActive(Typed(file, $"/{name}", type), $"{name}: {type}");
                AssertActive(Typed(file, $"/{name}", Spelt(type)), $"{name}: {type}");
            }

            AssertActive(Typed(OfficeFiles.Word(), "/word/document.xml", type), type);
        }

        AssertActive(
            OfficeFiles.With(OfficeFiles.Word(), ("word/media/anh.png", (byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])),
            "a compound file that is said to be a picture");
        AssertActive(OfficeFiles.With(OfficeFiles.Word(), ("word/khong-ten", "x")), "a part that nothing is said of");
        Assert.Equal("File.WrongType", Word(Typed(Typed(OfficeFiles.Word(), "/word/a.bin", "image/png"), "/word/A.bin", "text/html")));
        AssertActive(Typed(
            OfficeFiles.With(
                OfficeFiles.Word(), ("word/embeddings/a.xlsx", OfficeFiles.With(OfficeFiles.Excel(), ("xl/vbaProject.bin", "x")))),
            "/word/embeddings/a.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "macro of an embedded workbook");
    }

    [Fact]
    public void No_field_that_fetches_or_runs_is_taken_however_it_is_put_together()
    {
        foreach (var field in BadFields)
        {
            AssertActive(Body($"<w:p><w:fldSimple w:instr=' {field} c:\\\\x '/></w:p>"), field);
            AssertActive(Body(Field($" {field} c:\\\\x ")), field);
            AssertActive(
                Body(Field(string.Concat(field.Select(c => $"</w:instrText></w:r><w:r><w:instrText>{c}")))), $"{field} letter by letter");
            AssertActive(
                Body($"<w:r><w:instrText> </w:instrText></w:r>{Field($" {field} x ")}"), $"{field} behind a blank one of no field");
            AssertActive(Body(Field($"<![CDATA[{field}]]> x")), $"{field} as CDATA");
            AssertActive(Body(Field($"{Spelt(field)} x")), $"{field} by numbers");
            var codes = string.Join(' ', field.Select(c => (int)c));
            AssertActive(Body(Field($"</w:instrText></w:r>{Runs($" QUOTE {codes} ")}<w:r><w:instrText> c:\\\\x")), $"{field} by QUOTE");
            AssertActive(Body(Field($"</w:instrText></w:r>{Runs($" QUOTE {codes} ")}<w:r><w:instrText>")), $"{field} by QUOTE alone");
        }

        // Put together from a name on the list: IN{CLU}DE{TE}X{T}.
        AssertActive(Body(Field(string.Concat(
            "IN", Nested("CLU"), "DE", Nested("TE"), "X", Nested("T"), " x"))), "INDEX that becomes another");
        AssertActive(Body("<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"), "outside of a field");
        foreach (var part in new[] { "header", "footer", "footnotes", "endnotes", "comments" })
        {
            var file =
                OfficeFiles.With(OfficeFiles.Word(), ($"word/{part}9.xml", $"<w:x xmlns:w='{W}'><w:fldSimple w:instr='DDE x'/></w:x>"));
            AssertActive(
                Typed(file, $"/word/{part}9.xml", $"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"), part);
        }
    }

    private const string Ns = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static string Nested(string text) => $"</w:instrText></w:r>{Runs($" QUOTE {text} ")}<w:r><w:instrText>";

    private static byte[] Body(string body) => OfficeFiles.With(
        OfficeFiles.Word(), ("word/document.xml", $"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"));

    private static string Field(string instruction) => $"<w:p>{Runs(instruction)}</w:p>";

    private static string Runs(string instruction) =>
        $"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";

    // Each character by its number.
    private static string Spelt(string text) => string.Concat(text.Select(c => $"&#x{(int)c:X};"));

    private static byte[] Rel(string relationship) => OfficeFiles.Change(
        OfficeFiles.Word(), Rels, text => text.Replace("</Relationships>", $"{relationship}</Relationships>", StringComparison.Ordinal));

    private static byte[] Typed(byte[] file, string part, string type) => OfficeFiles.Change(file, Types, text =>
        Regex.Replace(text, $"<Override[^>]*PartName=\"{Regex.Escape(part)}\"[^>]*/>", "")
            .Replace("</Types>", $"<Override PartName='{part}' ContentType='{type}'/></Types>", StringComparison.Ordinal));

    private static void AssertActive(byte[] file, string what) => Assert.True(Word(file) == "File.Active", $"{what}: {Word(file)}");

    private static string? Word(byte[] file) => Check(file, "word/document.xml");

    private static string? Check(byte[] file, string mainPart)
    {
        using var stream = new MemoryStream(file);
        return OfficeDocument.Check(stream, mainPart)?.Code;
    }
}
