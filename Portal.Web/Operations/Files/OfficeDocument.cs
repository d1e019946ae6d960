using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text.RegularExpressions;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Files;

/// <summary>Whether a Word or Excel file is one, runs nothing by itself, and does not blow up when it is opened.</summary>
public static partial class OfficeDocument
{
    /// <summary>All parts together, unpacked; far above any document people write.</summary>
    public const long MaxUnpackedBytes = 256L * 1024 * 1024;

    private const int MaxParts = 5000;

    // What runs or fetches by itself: macros of any age, controls.
    private static readonly string[] Active = ["vbaproject.bin", "vbadata.xml", "/macrosheets/", "/dialogsheets/", "/activex/"];

    /// <param name="file">The file; read from its beginning.</param>
    /// <param name="mainPart">The part that makes it a document of its kind, e.g. <c>word/document.xml</c>.</param>
    /// <returns>Why it is not taken, or null.</returns>
    public static Refusal? Check(Stream file, string mainPart)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxParts
                || zip.GetEntry("[Content_Types].xml") is null
                || zip.GetEntry(mainPart) is null
                || zip.Entries.Any(e => IsOutside(e.FullName)))
            {
                return FileRefusals.WrongType;
            }

            if (zip.Entries.Any(e => Active.Any(a => $"/{e.FullName}".Contains(a, StringComparison.OrdinalIgnoreCase))))
            {
                return FileRefusals.Active;
            }

            return WhyNotUnpacked(zip);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return FileRefusals.WrongType;
        }
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
                var isRead = entry.FullName == "[Content_Types].xml"
                    || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
                using var text = new MemoryStream();
                var sum = new Crc32();
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > MaxUnpackedBytes)
                    {
                        return TooLarge();
                    }

                    sum.Append(buffer.AsSpan(0, read));
                    if (isRead && text.Length < 1024 * 1024)
                    {
                        text.Write(buffer, 0, read);
                    }
                }

                if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
                {
                    return FileRefusals.WrongType;
                }

                if (isRead && FetchesOrRuns().IsMatch(System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length))))
                {
                    return FileRefusals.Active;
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

    // Content types with macros, and a template that is fetched from elsewhere when the document is opened.
    [GeneratedRegex(
        "macroEnabled|/attachedTemplate\"[^>]*TargetMode\\s*=\\s*\"External\"|TargetMode\\s*=\\s*\"External\"[^>]*/attachedTemplate\"",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FetchesOrRuns();
}
