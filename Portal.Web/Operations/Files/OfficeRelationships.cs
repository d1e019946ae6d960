using System.IO.Compression;
using System.Xml;

namespace Portal.Web.Operations.Files;

/// <summary>What a part of a Word or Excel file refers to: of a kind on the list, and outside of the file nothing but links to
/// click.</summary>
internal static class OfficeRelationships
{
    private const string Hyperlink = "hyperlink";

    // Where the standards and Microsoft name kinds of relationships; the last part of the address is the kind.
    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        "http://schemas.openxmlformats.org/package/2006/relationships/",
        "http://schemas.microsoft.com/office/",
    ];

    // Links that open a page or a letter when they are clicked, or lead to a place in the document itself.
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <exception cref="XmlException">It is no XML.</exception>
    public static bool AreAllowed(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var xml = OfficeDocument.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && !IsAllowed(xml.GetAttribute("Type") ?? "", xml.GetAttribute("TargetMode"), xml.GetAttribute("Target") ?? ""))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(string type, string? mode, string target)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..];
        if (!Namespaces.Any(n => type.StartsWith(n, StringComparison.Ordinal)) || !OfficeParts.IsAllowedKind(kind))
        {
            return false;
        }

        return mode is null or "Internal"
            ? !target.Contains("://", StringComparison.Ordinal)
            : kind == Hyperlink && IsLink(target);
    }

    private static bool IsLink(string target) =>
        !Uri.TryCreate(target.Trim(), UriKind.Absolute, out var address)
            || Schemes.Contains(address.Scheme, StringComparer.OrdinalIgnoreCase);
}
