using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;

namespace Portal.Web.Operations.Searching;

/// <summary>
/// Looks into the files that came with cases, so that they are found by the words inside them; after the commit, when time is kept. Nothing
/// of a case that holds something Restricted is read: it is asked before, it is asked again in the commit, and the database itself
/// refuses such words. What a file does to its reader harms nothing else.
/// </summary>
public sealed class FileReader(
    PortalOperations operations, AttachmentFiles files, ContextPool contexts, CommitGate gate, TimeProvider time, ILogger<FileReader> log)
{
    private const long MostBytes = 40L * 1024 * 1024;
    internal const int StackBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan OfAll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OfOne = TimeSpan.FromSeconds(20);

    // Somebody made a file that its reader does not get to the end of: as long as it goes on, no other is begun.
    private Thread? _stuck;

    /// <summary>Reads what waits, for some seconds.</summary>
    /// <returns>How many files were looked into.</returns>
    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        await WipeAsync(cancellation);
        var count = 0;
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < OfAll && _stuck?.IsAlive != true; count++)
        {
            var next = await operations.ReadAsync(
                db =>
                {
                    var open = OpenCases(db);
                    return db.Attachments.Where(a => a.Reading == FileReading.Waiting && a.CaseId != null)
                        .OrderBy(a => a.At)
                        .Select(a => new { File = a, IsOpen = open.Any(c => c.Id == a.CaseId) })
                        .FirstOrDefaultAsync(cancellation);
                },
                cancellation);
            if (next is null)
            {
                break;
            }

            var (outcome, words) = next.IsOpen ? await LookAsync(next.File, cancellation) : (FileReading.Closed, "");
            if (!(await KeepAsync(next.File.Id, outcome, words, at, cancellation)).IsSuccess)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Cases that hold nothing Restricted and never held anything.</summary>
    public static IQueryable<Case> OpenCases(PortalDbContext db) => db.Cases.Where(c => c.Sensitivity == Sensitivity.Normal
        && c.RestrictedItems == ""
        && !db.Submissions.Any(s => s.CaseId == c.Id && s.Sensitivity != Sensitivity.Normal)
        && !db.ReservedOpinions.Any(o => o.CaseId == c.Id && o.Sensitivity != Sensitivity.Normal));

    private Task<Result> KeepAsync(Guid id, FileReading outcome, string words, DateTime? at, CancellationToken cancellation) =>
        operations.RunAsync(Actor.System, async o =>
        {
            if (await o.Db.Attachments.FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } file)
            {
                return Result.Ok;
            }

            var isOpen = await OpenCases(o.Db).AnyAsync(c => c.Id == file.CaseId, cancellation);
            file.WasRead(isOpen ? outcome : FileReading.Closed);
            if (isOpen && words.Length > 0)
            {
                o.Db.FileWords.Add(new FileWords { AttachmentId = id, Words = words });
            }

            return Result.Ok;
        }, at, cancellation);

    // Words that left the index lie in blocks of it, and in the log, until both are written anew.
    private async Task WipeAsync(CancellationToken cancellation)
    {
        var withdrawn = await operations.ReadAsync(
            db => db.Attachments.Where(a => a.Reading == FileReading.Withdrawn).Select(a => a.Id).ToListAsync(cancellation), cancellation);
        if (withdrawn.Count == 0)
        {
            return;
        }

        await using (var lease = await contexts.RentAsync(cancellation))
        {
            using var held = await gate.EnterAsync(cancellation);
            await SqliteFile.ForgetWordsAsync(lease.Db, cancellation);
            await SqliteFile.EmptyLogAsync(lease.Db, cancellation);
        }

        await operations.RunAsync(Actor.System, async o =>
        {
            (await o.Db.Attachments.Where(a => withdrawn.Contains(a.Id)).ToListAsync(cancellation))
                .ForEach(a => a.WasRead(FileReading.Closed));
            return Result.Ok;
        }, cancellation: cancellation);
    }

    private async Task<(FileReading Outcome, string Words)> LookAsync(Attachment file, CancellationToken cancellation)
    {
        if (ReaderOf(file.ContentType) is not { } read)
        {
            return (FileReading.Nothing, "");
        }

        if (file.Size > MostBytes || await files.OpenAsync(file, cancellation) is not { IsSuccess: true } opened)
        {
            return (FileReading.Failed, "");
        }

        using var content = new MemoryStream();
        await using (opened.Value)
        {
            await opened.Value.CopyToAsync(content, cancellation);
        }

        content.Position = 0;
        var (words, fault) = await ReadApartAsync(content, read, cancellation);
        if (fault is not null)
        {
            // Its message may quote the document.
            log.LogWarning("Attachment {Id} could not be read for its words: {Fault}.", file.Id, fault);
            return (FileReading.Failed, "");
        }

        return (words.Length > 0 ? FileReading.Read : FileReading.Nothing, words);
    }

    /// <summary>On a thread of its own with room for what is nested deeply, and left to itself when its time is over.</summary>
    private async Task<(string Words, string? Fault)> ReadApartAsync(
        MemoryStream content, Action<Stream, WordSet, CancellationToken> read, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(OfOne);
        var done = new TaskCompletionSource<(string Words, string? Fault)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var token = over.Token;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var words = new WordSet();
                    read(content, words, token);
                    done.SetResult((words.ToString(), null));
                }
                catch (Exception e)
                {
                    done.SetResult(("", e.GetType().Name));
                }
            },
            StackBytes)
        { IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
        try
        {
            return await done.Task.WaitAsync(OfOne + TimeSpan.FromSeconds(1), cancellation);
        }
        catch (TimeoutException)
        {
            _stuck = thread;
            return ("", nameof(TimeoutException));
        }
    }

    private static Action<Stream, WordSet, CancellationToken>? ReaderOf(string contentType) => contentType switch
    {
        "application/pdf" => PdfWords.Read,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => OfficeWords.Read,
        _ => null,
    };
}
