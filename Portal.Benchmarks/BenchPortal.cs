using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Setup;

namespace Portal.Benchmarks;

/// <summary>The portal's own composition over a database file of its own.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isKept;

    private BenchPortal(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public PortalOperations Operations => _app.Services.GetRequiredService<PortalOperations>();

    public CaseActs Acts => _app.Services.GetRequiredService<CaseActs>();

    public TaskQueries Tasks => _app.Services.GetRequiredService<TaskQueries>();

    /// <param name="kept">A folder that is kept; by default one that goes with the portal.</param>
    public static async Task<BenchPortal> CreateAsync(string? kept = null)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = folder
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = folder,
            ["Demo:Activity"] = "false",
            ["Demo:Password"] = "LamGiang2026"
        });
        builder.AddPortal();
        var app = builder.Build();
        await Startup.PrepareAsync(app.Services);
        return new BenchPortal(app, folder) { _isKept = kept is not null };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_isKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
