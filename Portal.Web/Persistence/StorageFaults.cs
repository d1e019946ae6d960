using Microsoft.Data.Sqlite;
using Portal.Domain.Common;

namespace Portal.Web.Persistence;

/// <summary>What the disk or the database file refuses, as a refusal that people can act on.</summary>
public static class StorageFaults
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>Another program holds the file.</summary>
    public static bool IsBusy(Exception error) => Find(error) is { SqliteErrorCode: 5 or 6 };

    /// <summary>The file itself is damaged, or is none: it does not pass by waiting.</summary>
    public static bool IsDamage(Exception error) => Find(error) is { SqliteErrorCode: 11 or 26 };

    private static SqliteException? Find(Exception? error) => error switch
    {
        null => null,
        SqliteException sqlite => sqlite,
        _ => Find(error.InnerException),
    };

    /// <returns>Null for an error of another kind.</returns>
    public static Refusal? Of(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: 13 } => Refusal.Storage("Storage.Full"),
        SqliteException { SqliteErrorCode: 5 or 6 } => Refusal.Storage("Storage.Busy"),
        SqliteException { SqliteErrorCode: 8 or 10 or 11 or 14 or 26 } => Refusal.Storage("Storage.Failed"),
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => Refusal.Storage("Storage.Full"),
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
