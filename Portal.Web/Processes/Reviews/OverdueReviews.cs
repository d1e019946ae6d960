using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.Reviews;

/// <summary>
/// Section 6, every working day in the morning: the head and the coordinators are told how many steps of a running cycle are
/// overdue; the board lists them. Once a day, however often it runs.
/// </summary>
public sealed class OverdueReviews(PortalOperations operations) : IDailyWork
{
    public string Name => "Overdue steps of review cycles";

    public TimeOnly NotBefore { get; } = new(7, 30);

    /// <returns>How many people were told.</returns>
    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        if (TimeOnly.FromDateTime(VietnamTime.ToLocal(context.Now)) < NotBefore || !context.Calendar.IsWorking(context.Today))
        {
            return 0;
        }

        var people = context.Directory.PeopleWith(Role.ReviewCoordinator, context.Today)
            .Append(context.Directory.Head(context.Today)).OfType<string>().Distinct().ToList();
        var told = 0;
        foreach (var cycle in await LateAsync(context.Now, cancellation))
        {
            var done = await operations.RunAsync<int>(Actor.System, o => TellAsync(o, cycle, people, cancellation), at, cancellation);
            told += done.IsSuccess ? done.Value : 0;
        }

        return told;
    }

    private Task<List<LateCycle>> LateAsync(DateTime now, CancellationToken cancellation) => operations.ReadAsync(
        db => db.UserTasks.Where(t => t.State == UserTaskState.Open && !t.IsOptional && t.DueAt < now)
            .Join(
                db.Cases.Where(c => c.State == CaseState.Open && c.ProcessKey == ReviewProposal.AreaProcessKey && c.ParentId != null),
                t => t.CaseId, c => c.Id, (t, c) => new { c.ParentId, c.Id })
            .Join(db.Cases.Where(c => c.State == CaseState.Open), l => l.ParentId, c => c.Id, (l, c) => new { c.Id, c.Number, Area = l.Id })
            .GroupBy(l => new { l.Id, l.Number })
            .Select(g => new LateCycle(g.Key.Id, g.Key.Number, g.Count(), g.Select(l => l.Area).Distinct().Count()))
            .ToListAsync(cancellation),
        cancellation);

    private static async Task<Result<int>> TellAsync(Operation o, LateCycle cycle, List<string> people, CancellationToken cancellation)
    {
        var since = VietnamTime.StartOf(o.Context.Today);
        var already = await o.Db.Notifications
            .Where(n => n.CaseId == cycle.Id && n.Kind == NotificationKind.Overdue && n.TaskId == null && n.At >= since)
            .Select(n => n.PersonId).ToListAsync(cancellation);
        var left = people.Except(already).ToList();
        o.Db.Notifications.AddRange(left.Select(p => new Notification
        {
            PersonId = p,
            Kind = NotificationKind.Overdue,
            CaseId = cycle.Id,
            Text = LocalText.Join(LocalText.Typed(cycle.Number), LocalText.Of("Notice.CycleLate", $"{cycle.Steps}", $"{cycle.Areas}")),
            At = o.Context.Now,
        }));
        o.Store.Touch(cycle.Id, left);
        return left.Count;
    }

    private sealed record LateCycle(Guid Id, string Number, int Steps, int Areas);
}
