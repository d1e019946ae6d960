using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>
/// Brings the content that lies in the database under the newest key: what an earlier program left unsealed, at the first start; and all
/// of it when a key is to be given up.
/// </summary>
public static class ContentSealing
{
    private const int BatchSize = 500;

    /// <param name="db">The database; nobody else writes to it meanwhile.</param>
    /// <param name="cipher">The keys.</param>
    /// <param name="again">What an older key has sealed too, and not only what is unsealed.</param>
    /// <returns>How many texts were sealed.</returns>
    public static async Task<int> RunAsync(PortalDbContext db, ContentCipher cipher, bool again, CancellationToken cancellation = default)
    {
        var (count, key) = (0, cipher.CurrentKey);
        await db.Database.OpenConnectionAsync(cancellation);
#pragma warning disable RS0030 // Below the model: texts are taken as they lie there, and sealed here.
        var connection = (SqliteConnection)db.Database.GetDbConnection();
#pragma warning restore RS0030
        foreach (var (table, column) in Columns(db))
        {
            for (long after = 0; ;)
            {
                var rows = Read(connection, table, column, after);
                if (rows.Count == 0)
                {
                    break;
                }

                after = rows[^1].Row;
                await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellation);
                foreach (var (row, text) in rows.Where(r => ContentCipher.SealedBy(r.Text) is var by
                    && (by is null || (again && by != key))))
                {
                    Write(connection, transaction, table, column, row, cipher.Seal(ContentCipher.Open(text)));
                    count++;
                }

                await transaction.CommitAsync(cancellation);
            }
        }

        if (count > 0)
        {
            // Otherwise the old plain text would remain in free pages of the file.
            await SqliteFile.ShrinkAsync(db, cancellation);
            await SqliteFile.EmptyLogAsync(db, cancellation);
        }

        return count;
    }

    /// <summary>Tables and columns that are sealed, as the model has them.</summary>
    public static IEnumerable<(string Table, string Column)> Columns(PortalDbContext db) =>
        from type in db.Model.GetEntityTypes()
        from property in type.GetProperties()
        where property.GetTypeMapping().Converter is ISealedColumn
        select (type.GetTableName()!, property.GetColumnName());

    private static List<(long Row, string Text)> Read(SqliteConnection connection, string table, string column, long after)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT rowid, "{column}" FROM "{table}"
            WHERE rowid > $after AND "{column}" IS NOT NULL AND "{column}" <> ''
            ORDER BY rowid LIMIT {BatchSize}
            """;
        command.Parameters.AddWithValue("$after", after);
        using var reader = command.ExecuteReader();
        var rows = new List<(long Row, string Text)>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return rows;
    }

    private static void Write(
        SqliteConnection connection, SqliteTransaction transaction, string table, string column, long row, string text)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = $text WHERE rowid = $row";
        command.Parameters.AddWithValue("$text", text);
        command.Parameters.AddWithValue("$row", row);
        command.ExecuteNonQuery();
    }
}
