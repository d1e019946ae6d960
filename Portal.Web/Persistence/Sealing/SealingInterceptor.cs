using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// Seals what the converters of sealed columns have marked, in every command of the context, whichever way it came about. What cannot
/// be sealed is not written.
/// </summary>
/// <param name="cipher">Null for a context that only reads.</param>
public sealed class SealingInterceptor(ContentCipher? cipher) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Seal(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Seal(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Seal(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Seal(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Seal(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Seal(command);
        return ValueTask.FromResult(result);
    }

    private void Seal(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && ContentCipher.IsMarked(text))
            {
                parameter.Value = cipher?.SealMarked(text)
                    ?? throw new InvalidOperationException("A sealed column is written through a context without keys.");
            }
        }

        if (ContentCipher.HoldsMark(command.CommandText))
        {
            throw new InvalidOperationException("A value of a sealed column stands in the text of a statement. Pass it as a parameter.");
        }
    }
}
