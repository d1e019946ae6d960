using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Setup;

namespace Portal.Web.Operations.Files;

/// <summary>
/// Files on disk, outside the web root, under generated names, sealed. What a file is, its content says: PDF, Word, Excel and images
/// are taken, documents with macros are not.
/// </summary>
public sealed class AttachmentFiles(IOptions<DataOptions> options, VirusScan scanner, ILogger<AttachmentFiles> log)
{
    private const int MaxNameLength = 150;

    /// <param name="draftSubject">The draft that it is given for; empty for none.</param>
    /// <returns>The attachment, not yet recorded; or why it was refused, with nothing left on disk.</returns>
    public async Task<Result<Attachment>> StoreAsync(
        string fileName, Stream content, string personId, string draftSubject, DateTime now, int maxMegabytes,
        CancellationToken cancellation)
    {
        var name = CleanName(fileName);
        if (name.Length == 0)
        {
            return FileRefusals.NoName;
        }

        var id = Guid.CreateVersion7();
        var stored = SealedName(id);
        var path = Path.Combine(options.Value.AttachmentFolder, stored);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var kept = false;
        try
        {
            var key = SealedFile.NewKey();
            var written = await WriteCheckedAsync(path, key, name, content, maxMegabytes, cancellation);
            if (!written.IsSuccess)
            {
                return written.Refusal;
            }

            kept = true;
            return new Attachment
            {
                Id = id,
                FileName = name,
                ContentType = written.Value.ContentType,
                Size = written.Value.Size,
                Sha256 = await SumAsync(path, cancellation),
                StoredName = stored,
                ContentKey = key,
                PersonId = personId,
                DraftSubject = draftSubject,
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

    /// <summary>Writes a file sealed, and looks at what it is: its size, its type, and that no virus is in it.</summary>
    private async Task<Result<(long Size, string ContentType)>> WriteCheckedAsync(
        string path, string key, string name, Stream content, int maxMegabytes, CancellationToken cancellation)
    {
        if (await SealedFile.WriteAsync(path, key, content, maxMegabytes * 1024L * 1024, cancellation) is not { } size)
        {
            return FileRefusals.TooLarge(maxMegabytes);
        }

        var type = TypeOf(path, key, Path.GetExtension(name).ToLowerInvariant());
        if (!type.IsSuccess)
        {
            return type.Refusal;
        }

        await using var opened = SealedFile.Open(File.OpenRead(path), key);
        return await scanner.CheckAsync(opened, cancellation) is { } infected ? infected : (size, type.Value);
    }

    /// <returns>The bytes, checked against their sum; a refusal when the file on disk is gone or no longer what was stored.</returns>
    public async Task<Result<Stream>> OpenAsync(Attachment attachment, CancellationToken cancellation)
    {
        var path = Path.Combine(options.Value.AttachmentFolder, attachment.StoredName);
        if (!File.Exists(path))
        {
            log.LogError("Attachment {Id} is gone from the disk.", attachment.Id);
            return FileRefusals.Damaged;
        }

        if (await SumAsync(path, cancellation) != attachment.Sha256)
        {
            log.LogError("Attachment {Id} is no longer what was stored.", attachment.Id);
            return FileRefusals.Damaged;
        }

        var stream = File.OpenRead(path);
        return attachment.ContentKey.Length > 0 ? SealedFile.Open(stream, attachment.ContentKey) : stream;
    }

    /// <summary>Deletes the bytes. Without the row, whose key is gone, none of them can be read either.</summary>
    public void Delete(Attachment attachment) => File.Delete(Path.Combine(options.Value.AttachmentFolder, attachment.StoredName));

    /// <summary>
    /// Seals what an earlier program left as it came. A file that is gone or damaged stays as it is, and is told when somebody asks for it.
    /// </summary>
    /// <param name="db">The database; nobody else writes to it meanwhile.</param>
    /// <returns>How many were sealed.</returns>
    public async Task<int> SealOldAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var count = 0;
        await db.Database.OpenConnectionAsync(cancellation);
        foreach (var id in await db.Attachments.Where(a => a.ContentKey == "").Select(a => a.Id).ToListAsync(cancellation))
        {
            var attachment = await db.Attachments.FirstAsync(a => a.Id == id, cancellation);
            var old = Path.Combine(options.Value.AttachmentFolder, attachment.StoredName);
            var opened = await OpenAsync(attachment, cancellation);
            if (!opened.IsSuccess)
            {
                continue;
            }

            var (stored, key) = (SealedName(id), SealedFile.NewKey());
            var path = Path.Combine(options.Value.AttachmentFolder, stored);
            File.Delete(path);
            await using (opened.Value)
            {
                await SealedFile.WriteAsync(path, key, opened.Value, long.MaxValue, cancellation);
            }

            (attachment.StoredName, attachment.ContentKey, attachment.Sha256) = (stored, key, await SumAsync(path, cancellation));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            File.Delete(old);
            count++;
        }

        return count;
    }

    private static string SealedName(Guid id) => $"{id.ToString("N")[^2..]}/{id:N}.sealed";

    /// <summary>SHA-256 of a file, in hexadecimal digits.</summary>
    public static async Task<string> SumAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellation));
    }

    // A name is only ever shown and offered for download: no folder, no control or direction characters, no endless length.
    private static string CleanName(string fileName)
    {
        var name = Path.GetFileName(PlainText.CleanLine(fileName).Replace('\\', '/')).Normalize();
        name = new string([.. name.Where(c => !char.IsControl(c)
            && char.GetUnicodeCategory(c) != UnicodeCategory.Format
            && Array.IndexOf(Path.GetInvalidFileNameChars(), c) < 0)]).Trim(' ', '.');
        var extension = Path.GetExtension(name);
        return name.Length <= MaxNameLength ? name : name[..(MaxNameLength - extension.Length)] + extension;
    }

    private static Result<string> TypeOf(string path, string key, string extension)
    {
        using var stream = SealedFile.Open(File.OpenRead(path), key);
        Span<byte> head = stackalloc byte[12];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return extension switch
        {
            ".pdf" when head.StartsWith("%PDF-"u8) => "application/pdf",
            ".png" when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
            ".jpg" or ".jpeg" when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            ".webp" when head.Length == 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => "image/webp",
            ".docx" =>
                OfficeDocument.Check(stream, "word/document.xml") is { } refusal
                    ? refusal
                    : "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" =>
                OfficeDocument.Check(stream, "xl/workbook.xml") is { } refusal
                    ? refusal
                    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => FileRefusals.WrongType,
        };
    }
}
