using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Persistence;

/// <summary>
/// Contexts that keep their connection open between operations, and with it its settings, its cache and its prepared
/// statements. EF's own pool closes the connection each time.
/// </summary>
public sealed class ContextPool(DbContextOptions<PortalDbContext> options) : IAsyncDisposable
{
    private const int MaxIdle = 16;

    private readonly ConcurrentBag<PortalDbContext> _idle = [];
    private volatile bool _hurried;

    /// <summary>A context of one operation; dispose the lease when done.</summary>
    public async ValueTask<Lease> RentAsync(CancellationToken cancellation)
    {
        if (_idle.TryTake(out var idle))
        {
            return new Lease(this, idle);
        }

        var made = new PortalDbContext(options);
        try
        {
            await made.Database.OpenConnectionAsync(cancellation);
            PreparedStatements.KeepFor((SqliteConnection)made.Database.GetDbConnection());
            if (_hurried)
            {
                await made.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=20000;", cancellation);
            }

            return new Lease(this, made);
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Fills a new file: meanwhile commits do not wait for the disk one by one; at the end all of it is on the disk. Nothing
    /// else may use the pool.
    /// </summary>
    public async Task FillAsync(Func<Task> fill)
    {
        await DisposeAsync();
        _hurried = true;
        try
        {
            await fill();
        }
        finally
        {
            _hurried = false;
            await DisposeAsync();
        }

        await using var lease = await RentAsync(CancellationToken.None);
        await lease.Db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var context))
        {
            await DropAsync(context);
        }
    }

    private static ValueTask DropAsync(PortalDbContext context)
    {
        PreparedStatements.Forget((SqliteConnection)context.Database.GetDbConnection());
        return context.DisposeAsync();
    }

    private ValueTask ReturnAsync(PortalDbContext context)
    {
        // After a fault nobody knows what state it is in.
        if (context.Database.CurrentTransaction is not null || _idle.Count >= MaxIdle)
        {
            return DropAsync(context);
        }

        context.ChangeTracker.Clear();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        _idle.Add(context);
        return ValueTask.CompletedTask;
    }

    public readonly struct Lease(ContextPool pool, PortalDbContext db) : IAsyncDisposable
    {
        public PortalDbContext Db { get; } = db;

        public ValueTask DisposeAsync() => pool.ReturnAsync(Db);
    }
}
