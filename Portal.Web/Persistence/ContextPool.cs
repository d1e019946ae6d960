using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Persistence.Sqlite;

namespace Portal.Web.Persistence;

/// <summary>
/// Contexts that keep their connection open between operations, and with it its settings, its cache and its prepared
/// statements; EF's own pool closes the connection each time. Some write; those that are lent for reading cannot.
/// </summary>
public sealed class ContextPool(DbContextOptions<PortalDbContext> options, CommitGate gate) : IAsyncDisposable
{
    private const int MaxIdle = 16;

    private readonly ConcurrentBag<PortalDbContext> _idleWriters = [];
    private readonly ConcurrentBag<PortalDbContext> _idleReaders = [];
    private readonly DbContextOptions<PortalDbContext> _reading = SqliteSetup.ForReading(options);
    private volatile bool _hurried;

    /// <summary>A context of one operation; dispose the lease when done.</summary>
    public ValueTask<Lease> RentAsync(CancellationToken cancellation) =>
        RentAsync(_idleWriters, () => new PortalDbContext(options, gate), _hurried, cancellation);

    /// <summary>A context that reads without tracking, and cannot write: the connection itself refuses.</summary>
    public ValueTask<Lease> RentReaderAsync(CancellationToken cancellation) => RentAsync(_idleReaders, MakeReader, false, cancellation);

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
        await SqliteFile.EmptyLogAsync(lease.Db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var idle in new[] { _idleWriters, _idleReaders })
        {
            while (idle.TryTake(out var context))
            {
                await DropAsync(context);
            }
        }
    }

    private PortalDbContext MakeReader()
    {
        var made = new PortalDbContext(_reading, null);
        made.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return made;
    }

    private static async ValueTask<Lease> RentAsync(
        ConcurrentBag<PortalDbContext> idle, Func<PortalDbContext> make, bool hurried, CancellationToken cancellation)
    {
        if (idle.TryTake(out var context))
        {
            return new Lease(idle, context);
        }

        var made = make();
        try
        {
            await made.Database.OpenConnectionAsync(cancellation);
            PreparedStatements.KeepFor(Connection(made));
            if (hurried)
            {
                await SqliteFile.HurryAsync(made, cancellation);
            }

            return new Lease(idle, made);
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    private static ValueTask DropAsync(PortalDbContext context)
    {
        PreparedStatements.Forget(Connection(context));
        return context.DisposeAsync();
    }

#pragma warning disable RS0030 // To keep its statements, not to run any.
    private static SqliteConnection Connection(PortalDbContext context) => (SqliteConnection)context.Database.GetDbConnection();
#pragma warning restore RS0030

    private static ValueTask ReturnAsync(ConcurrentBag<PortalDbContext> idle, PortalDbContext context)
    {
        // After a fault the state of the context is unknown, so it is not reused.
        if (context.Database.CurrentTransaction is not null || idle.Count >= MaxIdle)
        {
            return DropAsync(context);
        }

        context.Reset();
        idle.Add(context);
        return ValueTask.CompletedTask;
    }

    public readonly struct Lease(ConcurrentBag<PortalDbContext> idle, PortalDbContext db) : IAsyncDisposable
    {
        public PortalDbContext Db { get; } = db;

        public ValueTask DisposeAsync() => ReturnAsync(idle, Db);
    }
}
