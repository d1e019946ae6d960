using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>The one place that says how a context reaches a file of the portal.</summary>
public static class SqliteSetup
{
    /// <summary>Milliseconds that a statement waits for another program; within this one, commits queue at a gate.</summary>
    public const int Patience = 4000;

    // SQLite itself waits; this library would try again for so many seconds after it has.
    private const int NoFurther = 1;

    private static readonly PreparedStatements Prepared = new();

    /// <summary>A context that writes as well; what goes into sealed columns is sealed with these keys.</summary>
    public static DbContextOptionsBuilder UsePortalSqlite(this DbContextOptionsBuilder options, string path, ContentCipher cipher) =>
        options.UseFile(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = NoFurther })
            .AddInterceptors(SqlitePragmas.Writing, new SealingInterceptor(cipher), Prepared);

    /// <summary>The same database and model for contexts that cannot write, whatever they are asked to do.</summary>
    public static DbContextOptions<PortalDbContext> ForReading(DbContextOptions<PortalDbContext> options) =>
        new DbContextOptionsBuilder<PortalDbContext>(options).AddInterceptors(SqlitePragmas.Reading).Options;

    /// <summary>Another file of the portal, a backup for instance, to be read only.</summary>
    public static DbContextOptions<PortalDbContext> ReadOnly(string path) =>
        (DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>()
            .UseFile(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = NoFurther,
            })
            .AddInterceptors(SqlitePragmas.Writing, SqlitePragmas.Reading, new SealingInterceptor(null)).Options;

#pragma warning disable RS0030 // Here, and nowhere else, so that every context has the interceptors above.
    internal static DbContextOptionsBuilder UseFile(this DbContextOptionsBuilder options, SqliteConnectionStringBuilder connection) =>
        options.UseSqlite(connection.ToString(), s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
#pragma warning restore RS0030
}
