namespace Portal.Web.Operations.Files;

/// <summary>The lists of what a Word or Excel file may hold (ECMA-376 part 1, 15; the extensions of Microsoft Office).</summary>
internal static class OfficeParts
{
    public const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

    private const string Package = "application/vnd.openxmlformats-package.";
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Word = Office + "wordprocessingml.";
    private const string Excel = Office + "spreadsheetml.";

    private static readonly HashSet<string> WordTexts = Types(Word, "+xml",
        "document.main", "document.glossary", "header", "footer", "footnotes", "endnotes", "comments");

    private static readonly HashSet<string> Taken = new(
    [
        .. WordTexts,
        .. Types(Word, "+xml", "styles", "settings", "webSettings", "fontTable", "numbering", "commentsExtended", "commentsIds",
            "commentsExtensible", "people"),
        .. Types(Excel, "+xml", "sheet.main", "worksheet", "chartsheet", "styles", "sharedStrings", "calcChain", "table",
            "tableSingleCells", "pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "comments", "sheetMetadata", "revisionHeaders",
            "revisionLog", "userNames"),
        .. Types(Office, "+xml", "theme", "themeOverride", "drawing", "extended-properties", "custom-properties", "customXmlProperties",
            "drawingml.chart", "drawingml.chartshapes", "drawingml.diagramData", "drawingml.diagramLayout", "drawingml.diagramStyle",
            "drawingml.diagramColors"),
        .. Types(Office, "", "vmlDrawing", "obfuscatedFont", "wordprocessingml.printerSettings", "spreadsheetml.printerSettings"),
        .. Types(Package, "+xml", "core-properties", "relationships", "digital-signature-xmlsignature"),
        .. Types(Package, "", "digital-signature-origin", "digital-signature-certificate"),
        .. Types("application/vnd.ms-word.", "+xml", "stylesWithEffects"),
        .. Types("application/vnd.ms-office.", "+xml", "chartstyle", "chartcolorstyle", "chartex", "drawingml.diagramDrawing",
            "classificationlabels", "intelligence2"),
        .. Types("application/vnd.ms-excel.", "+xml", "threadedcomments", "person", "slicer", "slicerCache", "Timeline", "TimelineCache",
            "rdrichvalue", "rdrichvaluestructure", "rdrichvaluetypes", "richvaluerel", "dynamicArrayMetadata"),
        .. Types("image/", "", "png", "jpeg", "jpg", "pjpeg", "gif", "bmp", "x-bmp", "tiff", "x-emf", "emf", "x-wmf", "wmf", "svg+xml",
            "webp", "vnd.ms-photo"),
        .. Types("application/", "", "xml", "x-fontdata", "x-font-ttf"),
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        // The document and what describes it.
        "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps",
        "origin", "signature", "certificate", "classificationlabels",

        // Texts.
        "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "font", "numbering", "footnotes", "endnotes", "header",
        "footer", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "glossaryDocument", "intelligence2",
        "hyperlink", "theme", "themeOverride", "image", "hdphoto",

        // Drawings and charts; the workbook of a chart is looked into.
        "drawing", "vmlDrawing", "chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle", "package", "diagramData",
        "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",

        // Tables.
        "worksheet", "chartsheet", "sharedStrings", "calcChain", "table", "tableSingleCells", "pivotTable", "pivotCacheDefinition",
        "pivotCacheRecords", "printerSettings", "sheetMetadata", "threadedComment", "person", "slicer", "slicerCache", "timeline",
        "timelineCache", "rdRichValue", "rdRichValueStructure", "rdRichValueTypes", "richValueRel", "revisionHeaders", "revisionLog",
        "usernames",
    };

    public static bool IsAllowed(string type) => Taken.Contains(type);

    public static bool IsAllowedKind(string kind) => Kinds.Contains(kind);

    /// <summary>Holds text with fields.</summary>
    public static bool HasFields(string type) => WordTexts.Contains(type);

    /// <summary>The type without macros that the main part has to have.</summary>
    public static string MainTypeOf(string mainPart) =>
        mainPart == "word/document.xml" ? Word + "document.main+xml" : Excel + "sheet.main+xml";

    /// <summary>The main part of an embedded document of a type; null for a type that is none.</summary>
    public static string? EmbeddedMainPart(string type) => type switch
    {
        Excel + "sheet" => "xl/workbook.xml",
        Word + "document" => "word/document.xml",
        _ => null,
    };

    private static HashSet<string> Types(string prefix, string suffix, params string[] names) =>
        new(names.Select(n => prefix + n + suffix), StringComparer.OrdinalIgnoreCase);
}
