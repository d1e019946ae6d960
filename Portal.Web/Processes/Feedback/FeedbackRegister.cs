using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Feedback;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Processes.Feedback;

/// <summary>Feedback to the Regulation, as far as a person may know of it.</summary>
public sealed class FeedbackRegister(PortalOperations operations)
{
    public const int PageSize = 25;

    public async Task<Page<FeedbackRow>> ListAsync(Actor actor, FeedbackFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var known = db.Set<RegulationFeedback>()
                .Where(f => (filter.Clause == "" || f.Clause == filter.Clause) && (filter.Status == null || f.Status == filter.Status))
                .Join(
                    db.Cases.Where(c => c.ProcessKey == RegulationFeedback.ProcessKey).Where(CaseAccess.Title(scope)),
                    f => f.CaseId,
                    c => c.Id,
                    (f, c) => new { Feedback = f, c.Id, c.Number });
            var sorted = filter.Sort == FeedbackSort.Clause
                ? known.By(r => r.Feedback.Clause, filter.IsDescending).ThenBy(r => r.Feedback.SubmittedAt, filter.IsDescending)
                : known.By(r => r.Feedback.SubmittedAt, filter.IsDescending);
            var rows = await sorted.ThenBy(r => r.Number, filter.IsDescending)
                .Skip(Paging.Before(filter.Page, PageSize))
                .Take(PageSize)
                .ToListAsync(cancellation);
            var ids = rows.ConvertAll(r => r.Id);
            var readable = await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => ids.Contains(c.Id))
                .Select(c => c.Id)
                .ToListAsync(cancellation);
            return new Page<FeedbackRow>(
                rows.ConvertAll(r => new FeedbackRow(
                    r.Number, r.Feedback.Clause, r.Feedback.AuthorId, r.Feedback.SubmittedAt, r.Feedback.Status,
                    readable.Contains(r.Id) ? r.Feedback.Difficulty : "")),
                await known.CountAsync(cancellation));
        }, cancellation);
    }

    /// <summary>Other feedback about the same clause, the newest first; of the cases that the person may know of.</summary>
    public async Task<IReadOnlyList<FeedbackRow>> AboutAsync(
        Actor actor, string clause, string except, CancellationToken cancellation = default) =>
        [.. (await ListAsync(actor, new FeedbackFilter(clause), cancellation)).Rows.Where(r => r.Number != except)];
}
