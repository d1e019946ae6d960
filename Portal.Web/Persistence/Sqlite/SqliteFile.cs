using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>What is done to the file itself and to no row of it.</summary>
public static class SqliteFile
{
    /// <summary>From now on what is written goes to a log first, so that reading and writing do not wait for each other.</summary>
    public static Task UseLogAsync(
        PortalDbContext db, CancellationToken cancellation = default) => RunAsync(db, "PRAGMA journal_mode=WAL", cancellation);

    /// <summary>Brings all of the log into the file and empties it.</summary>
    public static Task EmptyLogAsync(PortalDbContext db, CancellationToken cancellation = default) =>
        RunAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);

    /// <summary>Merges the index of words, so that of rows that changed or went no word is left in it.</summary>
    public static Task ForgetWordsAsync(PortalDbContext db, CancellationToken cancellation = default) =>
        RunAsync(db, "INSERT INTO \"SearchIndex\"(\"SearchIndex\") VALUES ('optimize')", cancellation);

    /// <summary>Writes the file anew without its free pages, where former content would still lie.</summary>
    public static Task ShrinkAsync(PortalDbContext db, CancellationToken cancellation = default) => RunAsync(db, "VACUUM", cancellation);

    /// <summary>Commits of this connection do not wait for the disk one by one, until it is closed.</summary>
    public static Task HurryAsync(PortalDbContext db, CancellationToken cancellation = default) =>
        RunAsync(db, "PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=20000", cancellation);

    /// <summary>Takes the writer's lock, and lets it go.</summary>
    /// <exception cref="SqliteException">The file cannot be written now.</exception>
    public static Task TouchAsync(PortalDbContext db, CancellationToken cancellation = default) =>
        RunAsync(db, "BEGIN IMMEDIATE; UPDATE Settings SET Value = Value; ROLLBACK", cancellation);

#pragma warning disable RS0030 // Statements about the file, none about what lies in it.
    private static async Task RunAsync(PortalDbContext db, string statement, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
#pragma warning restore RS0030
}
