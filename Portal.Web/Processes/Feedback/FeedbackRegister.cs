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

    /// <summary>The newest first.</summary>
    /// <param name="clause">Only about this clause; empty for all.</param>
    /// <param name="status">Only those that stand so; null for all.</param>
    /// <param name="page">From 0.</param>
    public async Task<Page<FeedbackRow>> ListAsync(
        Actor actor, string clause = "", FeedbackStatus? status = null, int page = 0, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return await operations.ReadAsync(async db =>
        {
            var known = db.Set<RegulationFeedback>()
                .Where(f => (clause == "" || f.Clause == clause) && (status == null || f.Status == status))
                .Join(db.Cases.Where(CaseAccess.Title(scope)), f => f.CaseId, c => c.Id, (f, c) => new { Feedback = f, c.Id, c.Number });
            var rows = await known.OrderByDescending(r => r.Feedback.SubmittedAt)
                .ThenByDescending(r => r.Number)
                .Skip(Paging.Before(page, PageSize))
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
        [.. (await ListAsync(actor, clause, cancellation: cancellation)).Rows.Where(r => r.Number != except)];
}
