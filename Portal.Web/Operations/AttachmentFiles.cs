using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Persistence;
using Portal.Web.Setup;

namespace Portal.Web.Operations;

/// <summary>
/// Files on disk, outside the web root, under generated names. What a file is, its content says: PDF, Word, Excel and
/// images are taken, documents with macros are not.
/// </summary>
public sealed class AttachmentFiles(IOptions<DataOptions> options, ILogger<AttachmentFiles> log)
{
    private const int MaxNameLength = 150;

    /// <returns>The attachment, not yet recorded; or why it was refused, with nothing left on disk.</returns>
    public async Task<Result<Attachment>> StoreAsync(string fileName, Stream content, string personId, DateTime now, int maxMegabytes, CancellationToken cancellation)
    {
        var name = CleanName(fileName);
        if (name.Length == 0)
        {
            return new Refusal("File.NoName");
        }

        if (ClassificationMark(name) is { } mark)
        {
            return new Refusal("File.ClassifiedName", "Đ7.A.6", mark);
        }

        var limit = maxMegabytes * 1024L * 1024;
        var id = Guid.CreateVersion7();
        var folder = Directory.CreateDirectory(Path.Combine(options.Value.AttachmentFolder, id.ToString("N")[^2..])).FullName;
        var path = Path.Combine(folder, id.ToString("N"));
        var kept = false;
        try
        {
            long size = 0;
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                var buffer = new byte[81920];
                for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
                {
                    size += read;
                    if (size > limit)
                    {
                        return new Refusal("File.TooLarge", null, maxMegabytes);
                    }

                    sha.AppendData(buffer, 0, read);
                    await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }
            }

            var type = TypeOf(path, Path.GetExtension(name).ToLowerInvariant());
            if (!type.IsSuccess)
            {
                return type.Refusal;
            }

            kept = true;
            return new Attachment
            {
                Id = id,
                FileName = name,
                ContentType = type.Value,
                Size = size,
                Sha256 = Convert.ToHexString(sha.GetHashAndReset()),
                StoredName = $"{id.ToString("N")[^2..]}/{id:N}",
                PersonId = personId,
                At = now,
            };
        }
        catch (IOException e) when (StorageFaults.Of(e) is { } full)
        {
            return full;
        }
        finally
        {
            if (!kept)
            {
                File.Delete(path);
            }
        }
    }

    /// <returns>The bytes, checked against their sum; a refusal when the file on disk is gone or no longer what was stored.</returns>
    public async Task<Result<Stream>> OpenAsync(Attachment attachment, CancellationToken cancellation)
    {
        var path = Path.Combine(options.Value.AttachmentFolder, attachment.StoredName);
        if (!File.Exists(path))
        {
            log.LogError("Attachment {Id} is gone from the disk.", attachment.Id);
            return new Refusal("File.Damaged");
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellation)) != attachment.Sha256)
        {
            await stream.DisposeAsync();
            log.LogError("Attachment {Id} is no longer what was stored.", attachment.Id);
            return new Refusal("File.Damaged");
        }

        stream.Position = 0;
        return stream;
    }

    private static string? ClassificationMark(string name) => Domain.Forms.ClassificationMarks.Find(Path.GetFileNameWithoutExtension(name));

    // A name is only ever shown and offered for download: no folder, no control or direction characters, no endless length.
    private static string CleanName(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/')).Normalize();
        name = new string([.. name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && Array.IndexOf(Path.GetInvalidFileNameChars(), c) < 0)]).Trim(' ', '.');
        var extension = Path.GetExtension(name);
        return name.Length <= MaxNameLength ? name : name[..(MaxNameLength - extension.Length)] + extension;
    }

    private static Result<string> TypeOf(string path, string extension)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[12];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return extension switch
        {
            ".pdf" when head.StartsWith("%PDF-"u8) => "application/pdf",
            ".png" when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
            ".jpg" or ".jpeg" when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            ".webp" when head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => "image/webp",
            ".docx" => OfficeDocument.Check(stream, "word/document.xml") is { } refusal ? refusal : "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => OfficeDocument.Check(stream, "xl/workbook.xml") is { } refusal ? refusal : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => new Refusal("File.WrongType"),
        };
    }
}
