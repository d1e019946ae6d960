using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.Searching;
using Portal.Web.Persistence;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Web.Jobs;

/// <summary>
/// Looks after what time brings: timers of definitions, reminders, escalation, steps that end by time. All of it lies in
/// the database, so that nothing is forgotten over a restart. It never decides anything.
/// </summary>
public sealed class TimeKeeper(
    PortalOperations operations, ReferenceCache reference, CalendarOpenings calendar, IEnumerable<IDailyWork> daily, MailOutbox mail,
    Backups backups, TrailAnchors anchors, Sessions sessions, UnsentFiles unsent, FileReader reader, PortalMetrics metrics,
    TimeProvider time,
    ILogger<TimeKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private const int BatchSize = 500;

    private (DateOnly Day, int Version) _followed;
    private (DateOnly Day, int Version) _opened;
    private readonly Dictionary<string, (DateOnly Day, int Version)> _daily = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RunOnceAsync(cancellation: stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// Does all that is due at a moment. What fails holds up nothing else: it is tried again at the next look, what is one case's in an
    /// hour.
    /// </summary>
    /// <returns>How many items were handled.</returns>
    public async Task<int> RunOnceAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var now = at ?? time.GetUtcNow().UtcDateTime;
        var (done, isWhole) = (0, true);
        async Task DoAsync(string what, Func<Task<int>> act)
        {
            try
            {
                done += await act();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                isWhole = false;
                log.LogError(e, "{What} could not be looked after; next try in {Interval}.", what, Interval);
            }
        }

        await DoAsync("Timers", () => FireTimersAsync(now, at, cancellation));
        await DoAsync("Deadlines", () => AttendAsync(now, at, cancellation));
        await DoAsync("The organisation", () => FollowOrganisationAsync(now, at, cancellation));
        await DoAsync("What the calendar opens", () => OpenDueAsync(now, at, cancellation));
        foreach (var work in daily)
        {
            await DoAsync(work.Name, () => DoDailyAsync(work, now, at, cancellation));
        }

        await DoAsync("Mail", () => mail.RunAsync(at, cancellation));
        await DoAsync("The day's line of the trail", () => anchors.RunDueAsync(at, cancellation));
        await DoAsync("Backups", () => backups.RunDueAsync(at, cancellation));
        await DoAsync("What is kept for a time", () => ForgetAsync(now, cancellation));
        await DoAsync("The words inside files", () => reader.RunAsync(at, cancellation));
        if (isWhole)
        {
            var (open, overdue) = await operations.ReadAsync(
                async db => (
                    await db.UserTasks.CountAsync(t => t.State == UserTaskState.Open, cancellation),
                    await db.UserTasks.CountAsync(t => t.State == UserTaskState.Open && t.DueAt < now, cancellation)),
                cancellation);
            metrics.TimeWasKept(open, overdue);
        }

        return done;
    }

    private async Task<int> FireTimersAsync(DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var timers = await operations.ReadAsync(
            db => db.Timers.Where(t => t.At <= now).OrderBy(t => t.At).Take(BatchSize).ToListAsync(cancellation), cancellation);
        foreach (var timer in timers)
        {
            var refusal = await TryAsync(timer.CaseId, async () => (await operations.RunAsync(
                Actor.System, o => o.Cases.FireTimerAsync(timer.CaseId, timer.WaitId, o.Context, cancellation), at, cancellation)).Refusal);
            await NoteAsync(refusal, timer.CaseId, timer.WaitId, now, at, cancellation);
        }

        return timers.Count;
    }

    private async Task<int> AttendAsync(DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var tasks = await operations.ReadAsync(
            db => db.UserTasks.Where(t => t.NextAttentionAt <= now)
                .OrderBy(t => t.NextAttentionAt)
                .Select(t => new { t.Id, t.CaseId, t.WaitId })
                .Take(BatchSize)
                .ToListAsync(cancellation),
            cancellation);
        foreach (var task in tasks)
        {
            var refusal = await TryAsync(task.CaseId, async () => (await operations.RunAsync(
                Actor.System, o => o.Cases.AttendAsync(task.Id, o.Context, cancellation), at, cancellation)).Refusal);
            await NoteAsync(refusal, task.CaseId, task.WaitId, now, at, cancellation);
        }

        return tasks.Count;
    }

    private async Task<int> OpenDueAsync(DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var current = (VietnamTime.DayOf(now), reference.Version);
        if (_opened == current)
        {
            return 0;
        }

        var done = await calendar.OpenDueAsync(at, cancellation);
        _opened = current;
        return done;
    }

    private async Task<int> DoDailyAsync(IDailyWork work, DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var current = (VietnamTime.DayOf(now), reference.Version);
        if (_daily.GetValueOrDefault(work.Name) == current || TimeOnly.FromDateTime(VietnamTime.ToLocal(now)) < work.NotBefore)
        {
            return 0;
        }

        var done = await work.RunAsync(at, cancellation);
        _daily[work.Name] = current;
        return done;
    }

    private async Task<int> ForgetAsync(DateTime now, CancellationToken cancellation)
    {
        var forgotten = now - RequestKeys.Kept;
        await operations.ForgetAsync(db => db.IdempotentAnswers.Where(a => a.At <= forgotten).OrderBy(a => a.At), cancellation);
        await sessions.ForgetAsync(now, cancellation);
        await unsent.ForgetAsync(now, cancellation);
        return 0;
    }

    // Memberships, portfolios and roles begin and end by day: once a day, and after each change, open steps follow them.
    private async Task<int> FollowOrganisationAsync(DateTime now, DateTime? at, CancellationToken cancellation)
    {
        var current = (VietnamTime.DayOf(now), reference.Version);
        if (_followed == current)
        {
            return 0;
        }

        var cases = await operations.ReadAsync(
            db => db.UserTasks.Where(t => t.State == UserTaskState.Open).Select(t => t.CaseId).Distinct().ToListAsync(cancellation),
            cancellation);
        var moved = 0;
        foreach (var id in cases)
        {
            var refusal = await TryAsync(id, async () =>
            {
                var followed = await operations.RunAsync(
                    Actor.System, o => o.Cases.FollowOrganisationAsync(id, o.Context, cancellation), at, cancellation);
                moved += followed.IsSuccess ? followed.Value : 0;
                return followed.Refusal;
            });
            await NoteAsync(refusal, id, null, now, at, cancellation);
        }

        _followed = current;
        return moved;
    }

    // A case that cannot be read does not stop the others; a database that cannot be read stops all of them.
    private async Task<Refusal?> TryAsync(Guid caseId, Func<Task<Refusal?>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is not OperationCanceledException && StorageFaults.Of(e) is null)
        {
            log.LogError(e, "Timed work on {Id} failed.", caseId);
            return CommonRefusals.Unexpected;
        }
    }

    // What a rule refuses waits an hour and stands on the administrators' list; what the store refuses is tried at the next look.
    private async Task NoteAsync(Refusal? refusal, Guid caseId, int? waitId, DateTime now, DateTime? at, CancellationToken cancellation)
    {
        if (refusal is null)
        {
            return;
        }

        log.LogWarning("Timed work on {Id} was refused: {Code}.", caseId, refusal.Code);
        if (waitId is not { } wait || refusal.Kind == RefusalKind.Storage)
        {
            return;
        }

        var noted = await TryAsync(caseId, async () => (await operations.RunAsync(
            Actor.System, o => o.Cases.PutOffAsync(caseId, wait, refusal.Code, o.Context, cancellation), at, cancellation)).Refusal);
        if (noted is not null)
        {
            // The case cannot be read, so its timer is put off all the same.
            await operations.RunAsync(Actor.System, o => PutOffAsync(o.Db, caseId, wait, now.AddHours(1), cancellation), at, cancellation);
        }
    }

    private static async Task<Result> PutOffAsync(PortalDbContext db, Guid caseId, int wait, DateTime later, CancellationToken cancellation)
    {
        foreach (var timer in await db.Timers.Where(t => t.CaseId == caseId && t.WaitId == wait).ToListAsync(cancellation))
        {
            timer.At = later;
        }

        foreach (var task in await db.UserTasks.Where(t => t.CaseId == caseId && t.WaitId == wait && t.NextAttentionAt != null)
            .ToListAsync(cancellation))
        {
            task.NextAttentionAt = later;
        }

        return Result.Ok;
    }
}
