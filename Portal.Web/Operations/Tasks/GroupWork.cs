using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Tasks;

/// <summary>
/// Đ7.B.1: who of a group has what until when, across all processes. For its members, the leader in charge and the head. What is about
/// something Restricted is on it for who reads that, and for whose step it is.
/// </summary>
public sealed class GroupWork(PortalOperations operations)
{
    /// <summary>Steps on one board, those that are due first.</summary>
    public const int Most = 400;

    /// <param name="filter">Process, due and words; the group is the one asked for.</param>
    /// <returns>Null where the group's work is nothing of the person's.</returns>
    public async Task<Page<GroupWorkRow>?> BoardAsync(
        Actor actor, string groupId, TaskFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        if (!GroupsOf(scope, context).Contains(groupId))
        {
            return null;
        }

        return await operations.ReadAsync(async db =>
        {
            var query = TaskQueries.Narrow(Readable(db, groupId, scope, context), filter with { GroupId = "" }, db, context);
            var rows = await query.OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.CreatedAt)
                .Take(Most)
                .Select(t => new
                {
                    t.Id,
                    t.CaseNumber,
                    t.CaseTitle,
                    t.ProcessKey,
                    t.StepId,
                    t.Title,
                    t.AreaNames,
                    t.Item,
                    t.DueAt,
                    t.Sensitivity,
                    t.HolderId,
                    t.HeldUntil,
                    People = t.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId).ToList(),
                })
                .ToListAsync(cancellation);
            var total = rows.Count < Most ? rows.Count : await query.CountAsync(cancellation);
            return new Page<GroupWorkRow>(
                [
                    .. rows.Select(t => new GroupWorkRow(
                        t.Id, t.CaseNumber, t.CaseTitle, t.ProcessKey, t.StepId, t.Title, t.AreaNames, t.Item, t.DueAt,
                        t.Sensitivity == Sensitivity.Restricted, [.. t.People.Order(StringComparer.Ordinal)],
                        t.HeldUntil > context.Now ? t.HolderId : null)),
                ],
                total);
        }, cancellation);
    }

    /// <summary>The groups whose work the person may look at, by their ids.</summary>
    public static IEnumerable<string> GroupsOf(AccessScope scope, CaseContext context) => context.Directory.Data.Groups
        .Where(g => g.IsValidOn(context.Today) && (scope.IsHead || scope.GroupIds.Contains(g.Id)))
        .Select(g => g.Id)
        .Order(StringComparer.Ordinal);

    private static IQueryable<UserTask> Readable(PortalDbContext db, string groupId, AccessScope scope, CaseContext context)
    {
        var person = scope.PersonId;
        var readable = db.Cases.Where(CaseAccess.Content(scope));
        var isFull = scope.IsHead || scope.RestrictedGroupIds.Contains(groupId);
        return db.UserTasks.Where(t => t.State == UserTaskState.Open && t.GroupId == groupId && readable.Any(c => c.Id == t.CaseId))
            .Where(t => t.Assignees.Any(a => a.IsOpen && !a.IsOptional))
            .Where(t => scope.IsHead || !t.IsForHeadAlone)
            .Where(t => isFull || !t.IsAboutRestricted || t.Assignees.Any(a => a.PersonId == person && a.IsOpen && !a.IsOptional));
    }
}
