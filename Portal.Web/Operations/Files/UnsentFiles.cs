using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Files;

/// <summary>
/// Files that were given for a form with which nothing was sent: they go at once where the form turns out to be about a state
/// secret or is thrown away, and after a day in any case, unless the form is still being worked on.
/// </summary>
public sealed class UnsentFiles(PortalOperations operations, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Erases what a person gave for a form.</summary>
    public static async Task EraseAsync(Operation o, string personId, string subject, CancellationToken cancellation) =>
        Erase(o, await o.Db.Attachments
            .Where(a => a.CaseId == null && a.PersonId == personId && a.DraftSubject == subject)
            .ToListAsync(cancellation));

    /// <summary>Erases what has lain unsent for a day, and for no form that was worked on since.</summary>
    public Task ForgetAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var old = (at ?? time.GetUtcNow().UtcDateTime) - Kept;
        return operations.RunAsync(Actor.System, async o =>
        {
            var unsent = await o.Db.Attachments.Where(a => a.CaseId == null && a.At <= old)
                .ToListAsync(cancellation);
            var people = unsent.Select(a => a.PersonId).Distinct().ToList();
            var drafts = people.Count == 0
                ? []
                : await o.Db.Drafts.Where(d => people.Contains(d.PersonId) && d.SavedAt > old)
                    .Select(d => d.Json)
                    .ToListAsync(cancellation);
            Erase(o, unsent.FindAll(a => !drafts.Exists(d => d.Contains(a.Id.ToString(), StringComparison.Ordinal))));
            return Result.Ok;
        }, at, cancellation);
    }

    private static void Erase(Operation o, IReadOnlyCollection<Attachment> given)
    {
        if (given.Count == 0)
        {
            return;
        }

        o.Store.Erase(given);
        foreach (var file in given)
        {
            o.Audit("File.Removed", file.Id.ToString("N"));
        }
    }
}
