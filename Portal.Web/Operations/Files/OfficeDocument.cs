using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using System.Xml;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Files;

/// <summary>
/// Whether a Word or Excel file is one, holds only what is on the list of <see cref="OfficeParts"/>, and does not blow up when it is
/// opened. What runs, fetches or embeds is not on the list, under whatever name or spelling.
/// </summary>
public static class OfficeDocument
{
    /// <summary>All parts together, unpacked; far above any document people write.</summary>
    public const long MaxUnpackedBytes = 256L * 1024 * 1024;

    private const int MaxParts = 5000;
    private const string ContentTypes = "[Content_Types].xml";

    // How macros and embedded objects begin, whatever they are called (MS-CFB 2.2).
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Where programs put what runs.
    private static readonly string[] Active = ["vbaproject.bin", "vbadata.xml", "/macrosheets/", "/dialogsheets/", "/activex/"];

    /// <param name="file">The file; read from its beginning.</param>
    /// <param name="mainPart">The part that makes it a document of its kind, e.g. <c>word/document.xml</c>.</param>
    /// <returns>Why it is not taken, or null.</returns>
    public static Refusal? Check(Stream file, string mainPart) => Check(file, mainPart, mayEmbed: true);

    private static Refusal? Check(Stream file, string mainPart, bool mayEmbed)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxParts
                || zip.GetEntry(ContentTypes) is not { } types
                || zip.GetEntry(mainPart) is null
                || zip.Entries.Any(e => IsOutside(e.FullName))
                || zip.Entries.DistinctBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Count() != zip.Entries.Count)
            {
                return FileRefusals.WrongType;
            }

            if (zip.Entries.Any(e => Active.Any(a => $"/{e.FullName}".Contains(a, StringComparison.OrdinalIgnoreCase))))
            {
                return FileRefusals.Active;
            }

            if (WhyNotUnpacked(zip) is { } refusal)
            {
                return refusal;
            }

            var declared = OfficeContentTypes.Read(types);
            return zip.Entries.Where(e => e != types && !e.FullName.EndsWith('/'))
                .Select(e => WhyNot(e, declared.Of(e.FullName), mainPart, mayEmbed))
                .FirstOrDefault(r => r is not null);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or XmlException)
        {
            return FileRefusals.WrongType;
        }
    }

    private static Refusal? WhyNot(ZipArchiveEntry entry, string? type, string mainPart, bool mayEmbed)
    {
        if (entry.FullName == mainPart && type != OfficeParts.MainTypeOf(mainPart))
        {
            return FileRefusals.Active;
        }

        if (type == OfficeParts.RelationshipsType || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return OfficeRelationships.AreAllowed(entry) ? null : FileRefusals.Active;
        }

        if (type is not null && OfficeParts.EmbeddedMainPart(type) is { } inner && entry.FullName != mainPart)
        {
            return mayEmbed ? WhyNotEmbedded(entry, inner) : FileRefusals.Active;
        }

        return type is not null && OfficeParts.IsAllowed(type) && (!OfficeParts.HasFields(type) || OfficeFields.AreAllowed(entry))
            ? null
            : FileRefusals.Active;
    }

    // The figures behind a chart are a workbook of their own.
    private static Refusal? WhyNotEmbedded(ZipArchiveEntry entry, string mainPart)
    {
        using var copy = new MemoryStream();
        using (var part = entry.Open())
        {
            part.CopyTo(copy);
        }

        return Check(copy, mainPart, mayEmbed: false) is null ? null : FileRefusals.Active;
    }

    // What the list of contents says of sizes may be a lie: reading ends at the size it says, and then the sum does not agree.
    private static Refusal? WhyNotUnpacked(ZipArchive zip)
    {
        if (zip.Entries.Sum(e => e.Length) > MaxUnpackedBytes)
        {
            return TooLarge();
        }

        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            long total = 0;
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                var sum = new Crc32();
                var isFirst = true;
                for (int read; (read = part.ReadAtLeast(buffer, CompoundFile.Length, throwOnEndOfStream: false)) > 0; isFirst = false)
                {
                    if (isFirst && buffer.AsSpan(0, read).StartsWith(CompoundFile))
                    {
                        return FileRefusals.Active;
                    }

                    total += read;
                    if (total > MaxUnpackedBytes)
                    {
                        return TooLarge();
                    }

                    sum.Append(buffer.AsSpan(0, read));
                }

                if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
                {
                    return FileRefusals.WrongType;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Refusal TooLarge() => FileRefusals.TooLargeUnpacked(MaxUnpackedBytes / 1024 / 1024);

    private static bool IsOutside(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains("..");

    /// <summary>A part as XML: no DTD, nothing fetched.</summary>
    /// <param name="most">Characters after which reading fails; 0 for no end.</param>
    internal static XmlReader Read(Stream part, long most = 0) => XmlReader.Create(part, new XmlReaderSettings
    {
        MaxCharactersInDocument = most,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });
}
