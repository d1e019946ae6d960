using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>
/// Keeps the statements of a long-lived connection prepared. Microsoft.Data.Sqlite parses the text of each command anew, which costs
/// more than running it; the same few texts make up every step.
/// </summary>
public sealed class PreparedStatements : DbCommandInterceptor
{
    /// <summary>Statements kept for one connection; lists of varying length would else fill it without end.</summary>
    private const int PerConnection = 300;

    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Statement>> Connections = [];

    /// <summary>From now on the statements of this open connection are kept, until it is closed for good.</summary>
    public static void KeepFor(SqliteConnection connection) => Connections.AddOrUpdate(connection, []);

    public static void Forget(SqliteConnection connection) => Connections.Remove(connection);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        command.Connection is SqliteConnection connection && Of(connection, command.CommandText)?.Read(command) is { } reader
            ? InterceptionResult<DbDataReader>.SuppressWithResult(reader) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    /// <summary>Runs a statement whose parameters are <c>@p0</c>, <c>@p1</c> … and returns the number of rows it changed.</summary>
    public static int NonQuery(SqliteConnection connection, SqliteTransaction transaction, string text, object?[] values)
    {
        if (Of(connection, text) is { } prepared)
        {
            return prepared.NonQuery(transaction, values);
        }

        using var command = new SqliteCommand(text, connection);
        return new Statement(command).NonQuery(transaction, values);
    }

    private static Statement? Of(SqliteConnection connection, string text)
    {
        Statement? statement = null;
        if (Connections.TryGetValue(connection, out var statements)
            && !statements.TryGetValue(text, out statement)
            && statements.Count < PerConnection)
        {
            statements.Add(text, statement = new Statement(new SqliteCommand(text, connection)));
        }

        return statement;
    }

    // The connection disposes its commands when it closes.
    private sealed class Statement(SqliteCommand prepared)
    {
        private SqliteDataReader? _reader;

        /// <returns>Null while another reader of the same statement is open.</returns>
        public SqliteDataReader? Read(DbCommand source)
        {
            if (_reader is { IsClosed: false })
            {
                return null;
            }

            prepared.Transaction = (SqliteTransaction?)source.Transaction;
            prepared.CommandTimeout = source.CommandTimeout;
            prepared.Parameters.Clear();
            foreach (var parameter in source.Parameters)
            {
                prepared.Parameters.Add(parameter);
            }

            return _reader = prepared.ExecuteReader();
        }

        public int NonQuery(SqliteTransaction transaction, object?[] values)
        {
            prepared.Transaction = transaction;
            for (var i = 0; i < values.Length; i++)
            {
                if (i == prepared.Parameters.Count)
                {
                    prepared.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}") });
                }

                prepared.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            return prepared.ExecuteNonQuery();
        }
    }
}
