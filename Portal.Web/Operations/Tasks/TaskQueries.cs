using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Tasks;

/// <summary>The inbox: one's own open tasks and those of people one stands in for. Paged and counted in the database.</summary>
public sealed class TaskQueries(PortalOperations operations)
{
    public async Task<Page<TaskRow>> InboxAsync(Actor actor, TaskFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(async db =>
        {
            var query = Narrow(Mine(db, actor.PersonId, context, filter.Due == DueFilter.Aside), filter, db, context);
            var total = await query.CountAsync(cancellation);
            query = filter.Sort switch
            {
                TaskSort.Newest => query.OrderByDescending(t => t.CreatedAt),
                TaskSort.Oldest => query.OrderBy(t => t.CreatedAt),
                _ => query.OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.CreatedAt),
            };
            var size = Paging.Size(filter.PageSize);
            var paged = filter.After is { } after
                ? query.Where(t => t.Id > after).OrderBy(t => t.Id)
                : query.Skip(Paging.Before(filter.Page, size));
            var rows = await paged.Take(size).Select(Row).ToListAsync(cancellation);
            return new Page<TaskRow>(rows, total);
        }, cancellation);
    }

    public async Task<TaskCounts> CountsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (now, today, week) = Bounds(context);
        return await operations.ReadAsync(async db =>
        {
            var counts = await Mine(db, actor.PersonId, context, aside: false)
                .GroupBy(_ => 1)
                .Select(g => new TaskCounts(
                    g.Count(),
                    g.Count(t => t.DueAt < now),
                    g.Count(t => t.DueAt >= now && t.DueAt < today),
                    g.Count(t => t.DueAt >= today && t.DueAt < week),
                    0))
                .SingleOrDefaultAsync(cancellation) ?? TaskCounts.None;
            return counts with { Aside = await Mine(db, actor.PersonId, context, aside: true).CountAsync(cancellation) };
        }, cancellation);
    }

    /// <summary>Open cases I started, with what they wait for: whom, since when, until when.</summary>
    public async Task<IReadOnlyList<(TaskRow Task, IReadOnlyList<string> People)>> WaitingForOthersAsync(
        Actor actor, int max, CancellationToken cancellation = default) =>
        await operations.ReadAsync(async db =>
        {
            var rows = await db.Cases.Where(c => c.InitiatorId == actor.PersonId && c.State == CaseState.Open)
                .Join(
                    db.UserTasks.Where(t => t.State == UserTaskState.Open
                        && !t.IsOptional
                        && t.Assignees.All(a => a.PersonId != actor.PersonId || a.IsOptional)),
                    c => c.Id, t => t.CaseId, (_, t) => t)
                .OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).Take(max).Select(Row).ToListAsync(cancellation);
            var ids = rows.ConvertAll(r => r.Id);
            var people = (await db.Assignees.Where(a => ids.Contains(a.TaskId) && a.IsOpen && !a.IsOptional)
                .ToListAsync(cancellation)).ToLookup(a => a.TaskId, a => a.PersonId);
            return (IReadOnlyList<(TaskRow, IReadOnlyList<string>)>)[.. rows.Select(r => (r, (IReadOnlyList<string>)[.. people[r.Id]]))];
        }, cancellation);

    /// <summary>The person's open tasks at one step of a process that are late by more than so many working days.</summary>
    public async Task<IReadOnlyList<TaskRow>> LateAsync(
        Actor actor, string processKey, string stepId, int days, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var limit = VietnamTime.StartOf(context.Calendar.AddWorkingDays(context.Today, -days));
        return await operations.ReadAsync(async db => await db.Assignees.Where(a => a.PersonId == actor.PersonId
            && a.IsOpen
            && !a.IsOptional
            && a.DueAt < limit)
            .Join(db.UserTasks.Where(t => t.ProcessKey == processKey && t.StepId == stepId), a => a.TaskId, t => t.Id, (_, t) => t)
            .OrderBy(t => t.DueAt).Select(Row).ToListAsync(cancellation), cancellation);
    }

    private static readonly Expression<Func<UserTask, TaskRow>> Row = t => new TaskRow(
        t.Id, t.CaseId, t.CaseNumber, t.CaseTitle, t.ProcessKey, t.StepId, t.Title, t.GroupId, t.AreaNames,
        t.CreatedAt, t.DueAt, t.DueClause, t.Round, t.Version, t.Sensitivity == Sensitivity.Restricted);

    // What a colleague has taken is with that colleague; what was put aside comes back on its day.
    private static IQueryable<UserTask> Mine(PortalDbContext db, string personId, CaseContext context, bool aside)
    {
        var (today, now) = (context.Today, context.Now);
        var own = db.Assignees.Where(a => a.PersonId == personId && a.IsOpen && !a.IsOptional)
            .Where(a => aside == (a.AsideUntil != null && a.AsideUntil > today))
            .Select(a => a.TaskId);
        if (aside)
        {
            return db.UserTasks.Where(t => own.Contains(t.Id));
        }

        foreach (var grant in context.Directory.StandsInFor(personId, context.Today))
        {
            var (principal, restricted, forHead) = (grant.PrincipalId, grant.IncludesRestricted, grant.IncludesHeadOnly);
            var processes = grant.ProcessKeys.Split(',', StringSplitOptions.RemoveEmptyEntries);
            own = own.Union(db.Assignees.Where(a => a.PersonId == principal && a.IsOpen && !a.IsOptional)
                .Join(
                    db.UserTasks.Where(t => (restricted || !t.IsAboutRestricted)
                        && (forHead || !t.IsForHeadAlone)
                        && (processes.Length == 0 || processes.Contains(t.ProcessKey))),
                    a => a.TaskId, t => t.Id, (a, _) => a.TaskId));
        }

        return db.UserTasks.Where(t => own.Contains(t.Id)
            && (t.HolderId == null || t.HolderId == personId || t.HeldUntil <= now));
    }

    /// <summary>Open steps as a filter asks for them.</summary>
    internal static IQueryable<UserTask> Narrow(IQueryable<UserTask> query, TaskFilter filter, PortalDbContext db, CaseContext context)
    {
        if (filter.ProcessKey.Length > 0)
        {
            query = query.Where(t => t.ProcessKey == filter.ProcessKey);
        }

        if (filter.GroupId.Length > 0)
        {
            query = query.Where(t => t.GroupId == filter.GroupId);
        }

        if (filter.AreaId.Length > 0)
        {
            query = query.Where(t => db.Set<CaseArea>().Any(a => a.CaseId == t.CaseId && a.AreaId == filter.AreaId));
        }

        var (now, today, week) = Bounds(context);
        query = filter.Due switch
        {
            DueFilter.Overdue => query.Where(t => t.DueAt < now),
            DueFilter.Today => query.Where(t => t.DueAt >= now && t.DueAt < today),
            DueFilter.ThisWeek => query.Where(t => t.DueAt >= today && t.DueAt < week),
            _ => query,
        };
        foreach (var word in VietnameseText.QueryWords(filter.Search))
        {
            query = query.Where(t => t.SearchText.Contains(word));
        }

        return query;
    }

    /// <summary>Now, the end of today, and the end of this week (Sunday) in Viet Nam, as UTC.</summary>
    private static (DateTime Now, DateTime Today, DateTime Week) Bounds(CaseContext context)
    {
        var today = context.Today;
        var monday = VietnamTime.MondayOf(today);
        return (
            context.Now, VietnamTime.EndOf(today),
            VietnamTime.StartOf(monday.AddDays(7)));
    }
}
