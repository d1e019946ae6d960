using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Files;

/// <summary>
/// Files that were given for a form with which nothing was sent: they go at once where the form turns out to be about a state
/// secret or is thrown away, and after a day in any case, unless the form is still being worked on.
/// </summary>
public sealed class UnsentFiles(PortalOperations operations, AttachmentFiles files, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Removes the rows of what a person gave for a form; the bytes go with <see cref="EraseAsync"/>, after the commit.</summary>
    public static async Task<List<Attachment>> RemoveAsync(Operation o, string personId, string subject, CancellationToken cancellation)
    {
        var given = await o.Db.Attachments
            .Where(a => a.CaseId == null && a.PersonId == personId && a.DraftSubject == subject)
            .ToListAsync(cancellation);
        Remove(o, given);
        return given;
    }

    /// <summary>Deletes the bytes of files whose rows are gone, and what the log of the database still holds of these rows.</summary>
    public async Task EraseAsync(IReadOnlyCollection<Attachment> removed, CancellationToken cancellation = default)
    {
        if (removed.Count == 0)
        {
            return;
        }

        foreach (var file in removed)
        {
            files.Delete(file);
        }

        await operations.EmptyLogAsync(cancellation);
    }

    /// <summary>Removes what has lain unsent for a day, and for no form that was worked on since.</summary>
    public async Task ForgetAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var old = (at ?? time.GetUtcNow().UtcDateTime) - Kept;
        List<Attachment> removed = [];
        var done = await operations.RunAsync(Actor.System, async o =>
        {
            removed = [];
            var unsent = await o.Db.Attachments.Where(a => a.CaseId == null && a.At <= old)
                .ToListAsync(cancellation);
            var people = unsent.Select(a => a.PersonId).Distinct().ToList();
            var drafts = people.Count == 0
                ? []
                : await o.Db.Drafts.Where(d => people.Contains(d.PersonId) && d.SavedAt > old)
                    .Select(d => d.Json)
                    .ToListAsync(cancellation);
            removed = unsent.FindAll(a => !drafts.Exists(d => d.Contains(a.Id.ToString(), StringComparison.Ordinal)));
            Remove(o, removed);
            return Result.Ok;
        }, at, cancellation);
        if (done.IsSuccess)
        {
            await EraseAsync(removed, cancellation);
        }
    }

    private static void Remove(Operation o, IReadOnlyCollection<Attachment> given)
    {
        o.Db.Attachments.RemoveRange(given);
        foreach (var file in given)
        {
            o.Audit("File.Removed", file.Id.ToString("N"));
        }
    }
}
