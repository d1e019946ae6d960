using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Setup;
using Portal.Workflows;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>The real portal without the browser: real database file, real engine, a clock that the test moves.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateGate = new(1);
    private static string? _template;

    private readonly WebApplication _app;
    private readonly string _folder;

    private TestPortal(WebApplication app, string folder, FakeTimeProvider clock)
    {
        (_app, _folder, Clock) = (app, folder, clock);
    }

    public FakeTimeProvider Clock { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public string AttachmentFolder => Services.GetRequiredService<IOptions<DataOptions>>().Value.AttachmentFolder;

    public string DatabaseFile => Services.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile;

    public IServiceProvider Services => _app.Services;

    /// <summary>Every address that the portal answers at, with what each asks for.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Routing.RouteEndpoint> Endpoints()
    {
        _app.UsePortal();
        return [.. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app)
            .DataSources
            .SelectMany(s => s.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()];
    }

    public PortalOperations Operations => Services.GetRequiredService<PortalOperations>();

    public CaseActs Acts => Services.GetRequiredService<CaseActs>();

    public CaseQueries Cases => Services.GetRequiredService<CaseQueries>();

    public TaskQueries Tasks => Services.GetRequiredService<TaskQueries>();

    /// <summary>Monday 05/10/2026, 08:00 in Viet Nam, with the organisation of the demo and nothing else.</summary>
    public static Task<TestPortal> CreateAsync(params (string Key, string Value)[] settings) => CreateAsync([], settings);

    /// <summary>The same, with processes of the test's own beside the shipped ones.</summary>
    public static async Task<TestPortal> CreateAsync(IReadOnlyList<IProcess> processes, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        await TemplateGate.WaitAsync();
        try
        {
            if (_template is null)
            {
                var made = Directory.CreateTempSubdirectory("portal-template-").FullName;
                var portal = Build(made);
                await Startup.PrepareAsync(portal._app.Services);
                await portal._app.DisposeAsync();
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                _template = Path.Combine(made, "portal.db");
            }

            File.Copy(_template, Path.Combine(folder, "portal.db"));
            var keys = Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName;
            foreach (var key in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(_template)!, "keys")))
            {
                File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));
            }
        }
        finally
        {
            TemplateGate.Release();
        }

        var result = Build(folder, processes);
        if (settings.Length > 0)
        {
            await result.Operations.RunAsync(Actor.System, o =>
            {
                o.Db.Settings.AddRange(settings.Select(s => new Portal.Domain.Cases.Setting { Key = s.Key, Value = s.Value }));
                return Task.FromResult(Result.Ok);
            });
            result.Services.GetRequiredService<ReferenceCache>().Invalidate();
        }

        return result;
    }

    /// <summary>Another program on a copy of a data folder.</summary>
    public static async Task<TestPortal> OnCopyOfAsync(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("portal-test-").FullName;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var portal = Build(copy);
        await Startup.PrepareAsync(portal.Services);
        return portal;
    }

    public Actor Person(string id) => new(id, id);

    /// <summary>Moves the clock to a local moment of Viet Nam.</summary>
    public void GoTo(DateTime local) => Clock.SetUtcNow(new DateTimeOffset(VietnamTime.ToUtc(local)));

    public DateTime Local => VietnamTime.ToLocal(Now);

    public Task<Result<Receipt>> StartAsync<T>(string process, string person, T form, string action = "Submit") =>
        Acts.StartAsync(Person(person), process, new Submission(action, FormInput.ToJson(form)));

    /// <summary>Answers the open task at a step.</summary>
    public async Task<Result<Receipt>> AnswerAsync<T>(Guid caseId, string step, string person, string action, T form, int? version = null)
    {
        var task = await OpenTaskAsync(caseId, step);
        return await Acts.CompleteAsync(Person(person), task.Id, new Submission(action, FormInput.ToJson(form), null, version));
    }

    public Task<Result<Receipt>> AnswerAsync(Guid taskId, string person, string action, JsonObject form) =>
        Acts.CompleteAsync(Person(person), taskId, new Submission(action, form));

    public Task<UserTask> OpenTaskAsync(Guid caseId, string step) =>
        ReadAsync(db => db.UserTasks.Include(t => t.Assignees)
            .SingleAsync(t => t.CaseId == caseId && t.StepId == step && t.State == UserTaskState.Open));

    public Task<List<string>> OpenStepsAsync(Guid caseId) =>
        ReadAsync(db => db.UserTasks
            .Where(t => t.CaseId == caseId && t.State == UserTaskState.Open)
            .Select(t => t.StepId)
            .OrderBy(s => s)
            .ToListAsync());

    public Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> query) => Operations.ReadAsync(query);

    /// <summary>Does something to the file behind the portal's back.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> DamageAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes in definitions as a newer release of the portal would.</summary>
    public Task TakeInAsync(IEnumerable<(string Key, string Json)> shipped) => Operations.RunAsync(Actor.System, async o =>
    {
        await Portal.Web.Persistence.Seed.BaseSeed.TakeInDefinitionsAsync(o.Db, shipped, o.Context.Now);
        return Result.Ok;
    });

    /// <summary>Makes a version the one that new cases start with, without any check.</summary>
    public Task ForceVersionAsync(string process, int number) => Operations.RunAsync(Actor.System, async o =>
    {
        foreach (var version in await o.Db.DefinitionVersions.Where(v => v.DefinitionId == process).ToListAsync())
        {
            version.IsPublished = version.Version == number;
        }

        return Result.Ok;
    });

    /// <summary>Does all that is due by now.</summary>
    public Task TickAsync() => _app.Services.GetServices<IHostedService>().OfType<Portal.Web.Jobs.TimeKeeper>().Single().RunOnceAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static TestPortal Build(string folder, IReadOnlyList<IProcess>? processes = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 5, 1, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, ApplicationName = "Portal.Web" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = folder,
            ["Demo:Enabled"] = "true",
            ["Demo:Activity"] = "false",
            ["Demo:Password"] = "LamGiang2026",
            ["Backup:Enabled"] = "false",
        });
        builder.Logging.ClearProviders();
        builder.AddPortal();
        foreach (var process in processes ?? [])
        {
            builder.Services.AddSingleton(process);
        }

        Watch(builder.Services);

        // The report of each area of the province would be opened at the first look at the clock: tests of it open it themselves.
        builder.Services.Replace(ServiceDescriptor.Singleton(s => new CalendarOpenings(
            s.GetRequiredService<PortalOperations>(),
            new ProcessCatalogue(s.GetServices<IProcess>().Where(p => p.Key != AreaReports.Process)))));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        return new TestPortal(builder.Build(), folder, clock);
    }

    // Each shipped process is compared with its conduct in all that it does.
    private static void Watch(IServiceCollection services)
    {
        foreach (var known in services.Where(d => d.ServiceType == typeof(IProcess)).ToList())
        {
            if (known.ImplementationInstance is IProcess process && ShippedProcesses.All.Contains(process))
            {
                services.Remove(known);
                services.AddSingleton<IProcess>(new WatchedProcess(process));
            }
        }
    }
}
