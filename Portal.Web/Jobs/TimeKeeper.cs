using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Web.Jobs;

/// <summary>
/// Looks after what time brings: timers of definitions, reminders, escalation, steps that end by time. All of it lies in
/// the database, so that nothing is forgotten over a restart. It never decides anything.
/// </summary>
public sealed class TimeKeeper(PortalOperations operations, ReferenceCache reference, TripPlans plans, ReviewCycles reviews, MailOutbox mail, Backups backups, Sessions sessions, PortalMetrics metrics, TimeProvider time, ILogger<TimeKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Morning = new(7, 30, 0);

    private const int Batch = 500;

    private (DateOnly Day, int Version) _followed;
    private (DateOnly Day, int Version) _planned;
    private DateOnly _toldOverdue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunOnceAsync(cancellation: stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Timers could not be looked after; next try in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does all that is due at a moment.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> RunOnceAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var now = at ?? time.GetUtcNow().UtcDateTime;
        var done = 0;
        var timers = await operations.ReadAsync(db => db.Timers.Where(t => t.At <= now).OrderBy(t => t.At).Take(Batch).ToListAsync(cancellation), cancellation);
        foreach (var timer in timers)
        {
            var fired = await operations.RunAsync(Actor.System, o => o.Cases.FireTimerAsync(timer.CaseId, timer.WaitId, o.Context, cancellation), at, cancellation);
            done++;
            await NoteAsync(fired.Refusal, timer.CaseId, timer.WaitId, at, cancellation);
        }

        var tasks = await operations.ReadAsync(db => db.UserTasks.Where(t => t.NextAttentionAt <= now).OrderBy(t => t.NextAttentionAt).Select(t => new { t.Id, t.CaseId, t.WaitId }).Take(Batch).ToListAsync(cancellation), cancellation);
        foreach (var task in tasks)
        {
            var attended = await operations.RunAsync(Actor.System, o => o.Cases.AttendAsync(task.Id, o.Context, cancellation), at, cancellation);
            done++;
            await NoteAsync(attended.Refusal, task.CaseId, task.WaitId, at, cancellation);
        }

        done += await FollowOrganisationAsync(now, at, cancellation);
        if (_planned != (VietnamTime.DayOf(now), reference.Version))
        {
            var day = (VietnamTime.DayOf(now), reference.Version);
            done += await plans.OpenDueAsync(at, cancellation) + await plans.RemindAsync(at, cancellation);
            _planned = day;
        }

        if (_toldOverdue != VietnamTime.DayOf(now) && VietnamTime.ToLocal(now).TimeOfDay >= Morning)
        {
            done += await reviews.TellOverdueAsync(at, cancellation);
            _toldOverdue = VietnamTime.DayOf(now);
        }

        done += await mail.RunAsync(at, cancellation);
        done += await backups.RunDueAsync(at, cancellation);
        var forgotten = now - RequestKeys.Kept;
        await operations.ReadAsync(db => db.IdempotentAnswers.Where(a => a.At <= forgotten).ExecuteDeleteAsync(cancellation), cancellation);
        await sessions.ForgetAsync(now, cancellation);
        var (open, overdue) = await operations.ReadAsync(async db => (await db.UserTasks.CountAsync(t => t.State == UserTaskState.Open, cancellation), await db.UserTasks.CountAsync(t => t.State == UserTaskState.Open && t.DueAt < now, cancellation)), cancellation);
        metrics.TimeWasKept(open, overdue);
        return done;
    }

    // Memberships, portfolios and roles begin and end by day: once a day, and after each change, open steps follow them.
    private async Task<int> FollowOrganisationAsync(DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var current = (VietnamTime.DayOf(now), reference.Version);
        if (_followed == current)
        {
            return 0;
        }

        var cases = await operations.ReadAsync(db => db.UserTasks.Where(t => t.State == UserTaskState.Open).Select(t => t.CaseId).Distinct().ToListAsync(cancellation), cancellation);
        var moved = 0;
        foreach (var id in cases)
        {
            var followed = await operations.RunAsync(Actor.System, o => o.Cases.FollowOrganisationAsync(id, o.Context, cancellation), at, cancellation);
            await NoteAsync(followed.Refusal, id, null, at, cancellation);
            moved += followed.IsSuccess ? followed.Value : 0;
        }

        _followed = current;
        return moved;
    }

    // What a rule refuses waits an hour and stands on the administrators' list; what the store refuses is tried at the next look.
    private async Task NoteAsync(Refusal? refusal, Guid caseId, int? waitId, DateTime? at, CancellationToken cancellation)
    {
        if (refusal is null)
        {
            return;
        }

        log.LogWarning("Timed work on {Id} was refused: {Code}.", caseId, refusal.Code);
        if (waitId is { } wait && !refusal.Code.StartsWith("Storage.", StringComparison.Ordinal))
        {
            await operations.RunAsync(Actor.System, o => o.Cases.PutOffAsync(caseId, wait, refusal.Code, o.Context, cancellation), at, cancellation);
        }
    }
}
