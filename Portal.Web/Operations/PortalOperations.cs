using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Texts;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations;

/// <summary>
/// The one way from a screen, the API or a job to a use case. Each operation has a context of its own and one commit; on
/// a refusal nothing is written. The loser of a race is run again on what the winner left, and so either succeeds beside
/// it or is told who was first.
/// </summary>
public sealed class PortalOperations(
    ContextPool contexts,
    ReferenceCache reference,
    ProcessCatalogue processes,
    TextCatalogue texts,
    CompiledDefinitions definitions,
    IWorkflowEngine engine,
    AttachmentFiles files,
    CommitGate gate,
    FoundDamage damage,
    CaseFeed feed,
    TimeProvider time,
    ILogger<PortalOperations> log)
{
    private const int Attempts = 6;

    private const int BatchSize = 500;

    private int _running;

    /// <summary>Completes when no operation is running any more; awaited when the program shuts down.</summary>
    public async Task IdleAsync()
    {
        while (Volatile.Read(ref _running) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public async Task<Result<T>> RunAsync<T>(
        Actor actor, Func<Operation, Task<Result<T>>> useCase, DateTime? at = null, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var result = await PersistAsync(actor, useCase, at, cancellation);
            if (result.Refusal == Refusal.Forbidden)
            {
                log.LogWarning("{Person} was refused what is not theirs to do, from {Address}.", actor.PersonId, actor.Address);
            }

            return result;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task<Result<T>> PersistAsync<T>(
        Actor actor, Func<Operation, Task<Result<T>>> useCase, DateTime? at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The last attempts hold the gate all the while, so that nobody in this process can be first again.
            var hold = attempt > Attempts / 2;
            try
            {
                using var held = hold ? await gate.EnterAsync(cancellation) : null;
                return await AttemptAsync(actor, useCase, at, hold, cancellation);
            }
            catch (DbUpdateException e) when (attempt < Attempts && IsRace(e))
            {
                // Runs again on what the winner of the race has written.
            }
            catch (Exception e) when (StorageFaults.Of(e) is { } refusal)
            {
                damage.Note(e);

                // Nothing was written: what the person typed is still on the screen, and is sent again when the file can be written.
                log.LogError(
                    "The database could not be written: {Code}, SQLite says {Reason}.", refusal.Code, e.GetBaseException().Message);
                return refusal;
            }
        }
    }

    /// <summary>Records an act that changes nothing else: that something was taken away, or read that not everybody may read.</summary>
    public Task<Result> RecordAsync(
        Actor actor, string act, string subject, string details = "", Guid? caseId = null, string? actingFor = null,
        CancellationToken cancellation = default) =>
        RunAsync(actor, o =>
        {
            o.Audit(act, subject, details, caseId: caseId, actingFor: actingFor);
            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);

    public async Task<Result> RunAsync(
        Actor actor, Func<Operation, Task<Result>> useCase, DateTime? at = null, CancellationToken cancellation = default)
    {
        var result = await RunAsync<bool>(actor, async operation =>
        {
            var done = await useCase(operation);
            return done.IsSuccess ? true : done.Refusal;
        }, at, cancellation);
        return Result.From(result.Refusal);
    }

    /// <summary>Whether a commit would find the database open to it now, and no part of it was found damaged.</summary>
    public async Task<bool> IsWritableAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var lease = await contexts.RentAsync(cancellation);
            using var held = await gate.EnterAsync(cancellation);
            await SqliteFile.TouchAsync(lease.Db, cancellation);
            return !damage.IsFound;
        }
        catch (Exception e) when (e is SqliteException || StorageFaults.Of(e) is not null)
        {
            damage.Note(e);
            log.LogError("The database could not be written: SQLite says {Reason}.", e.GetBaseException().Message);
            return false;
        }
    }

    /// <summary>Removes what is kept for a time only, some at a time, so that nobody waits long for the file.</summary>
    public async Task ForgetAsync<T>(Func<PortalDbContext, IQueryable<T>> which, CancellationToken cancellation = default)
        where T : class
    {
        int removed;
        do
        {
            removed = (await RunAsync<int>(Actor.System, async o =>
            {
                var rows = await which(o.Db).Take(BatchSize).ToListAsync(cancellation);
                o.Db.RemoveRange(rows);
                return rows.Count;
            }, cancellation: cancellation)) is { IsSuccess: true } done ? done.Value : 0;
        }
        while (removed == BatchSize);
    }

    /// <summary>Reads without tracking, through a context that cannot write; the caller filters by what the person may see.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> query, CancellationToken cancellation = default)
    {
        await using var lease = await contexts.RentReaderAsync(cancellation);
        try
        {
            return await query(lease.Db);
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } refusal)
        {
            damage.Note(e);
            log.LogError("The database could not be read: {Code}, SQLite says {Reason}.", refusal.Code, e.GetBaseException().Message);
            throw;
        }
    }

    public async ValueTask<CaseContext> ContextAsync(Actor actor, DateTime? at = null, CancellationToken cancellation = default)
    {
        var data = await reference.GetAsync(cancellation);
        return new CaseContext(
            actor, null, at ?? time.GetUtcNow().UtcDateTime, data.Directory, data.Calendar, data.Settings)
        { Clauses = data.Clauses };
    }

    private async Task<Result<T>> AttemptAsync<T>(
        Actor actor, Func<Operation, Task<Result<T>>> useCase, DateTime? at, bool holdsGate, CancellationToken cancellation)
    {
        await using var lease = await contexts.RentAsync(cancellation);
        var db = lease.Db;
        var store = new WorkStore(db, processes, texts);
        var context = await ContextAsync(actor, at, cancellation);
        var result = await useCase(new Operation(db, store, new CaseRuntime(store, processes, definitions, engine), context));
        if (!result.IsSuccess)
        {
            return result;
        }

        db.HoldsGate = holdsGate;
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
        feed.Publish(store.Touched);
        await EraseAsync(store.Erased, db, holdsGate, cancellation);
        return result;
    }

    // The bytes go, and the log of the database is brought into its file, so that nothing of what was removed is left in it.
    private async Task EraseAsync(List<Attachment>? erased, PortalDbContext db, bool holdsGate, CancellationToken cancellation)
    {
        if (erased is null)
        {
            return;
        }

        erased.ForEach(files.Delete);
        using var held = holdsGate ? null : await gate.EnterAsync(cancellation);
        await SqliteFile.ForgetWordsAsync(db, cancellation);
        await SqliteFile.EmptyLogAsync(db, cancellation);
    }

    // SQLite error 19: another commit has taken the unique key meanwhile.
    private static bool IsRace(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.InnerException is SqliteException { SqliteErrorCode: 19 };
}
