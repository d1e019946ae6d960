using System.IO.Compression;
using System.Xml;

namespace Portal.Web.Operations.Files;

/// <summary>What a Word or Excel file says its parts are (Open Packaging Conventions, ECMA-376 part 2, 10.1.2).</summary>
internal sealed class OfficeContentTypes
{
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="InvalidDataException">It says two things of one part.</exception>
    public static OfficeContentTypes Read(ZipArchiveEntry entry)
    {
        var types = new OfficeContentTypes();
        using var part = entry.Open();
        using var xml = OfficeDocument.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var type = xml.GetAttribute("ContentType")?.Trim() ?? "";
            var isNew = xml.LocalName switch
            {
                "Default" => types._byExtension.TryAdd(xml.GetAttribute("Extension") ?? "", type),
                "Override" => types._byPart.TryAdd((xml.GetAttribute("PartName") ?? "").TrimStart('/'), type),
                _ => true,
            };
            if (!isNew)
            {
                throw new InvalidDataException("Two types for one part.");
            }
        }

        return types;
    }

    /// <returns>Null where nothing is said.</returns>
    public string? Of(string part) =>
        _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'));
}
