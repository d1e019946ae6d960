using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>Settings of each connection, said whenever one is opened: SQLite keeps none of them in the file.</summary>
public sealed class SqlitePragmas(string pragmas) : DbConnectionInterceptor
{
    /// <summary>Durable, patient, strict; what is removed is overwritten. A handle that was lent for reading before may write
    /// again.</summary>
    public static SqlitePragmas Writing { get; } = new(
        $"PRAGMA synchronous=FULL; PRAGMA busy_timeout={SqliteSetup.Patience}; PRAGMA foreign_keys=ON; "
        + "PRAGMA cache_size=-32000; PRAGMA query_only=OFF; PRAGMA secure_delete=ON;");

    /// <summary>Said after the others: whatever is asked of this connection, it writes nothing.</summary>
    public static SqlitePragmas Reading { get; } = new("PRAGMA query_only=ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
