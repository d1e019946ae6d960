using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.TestKit;

/// <summary>The portal as it is run: a process of its own, on a free port, with a folder of its own. It can be killed and started
/// again.</summary>
public sealed class PortalProcess : IAsyncLifetime
{
    public const string Password = "LamGiang2026";

    private readonly System.Text.StringBuilder _output = new();
    private IReadOnlyList<string> _settings = ["--Demo:Activity=false", $"--Demo:Password={Password}", "--Security:SignInsPerMinute=10000"];
    private readonly SemaphoreSlim _printed = new(0);
    private Process? _process;

    /// <summary>The data folder.</summary>
    public string Folder { get; private init; } = Directory.CreateTempSubdirectory("portal-run-").FullName;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>A portal of its own with these settings, e.g. <c>--Demo:Enabled=false</c>.</summary>
    public static async Task<PortalProcess> WithAsync(params string[] settings)
    {
        var portal = new PortalProcess { _settings = settings };
        await portal.StartAsync();
        return portal;
    }

    /// <summary>The same, on a data folder that the test has made.</summary>
    public static async Task<PortalProcess> OnAsync(string folder, params string[] settings)
    {
        var portal = new PortalProcess { Folder = folder };
        portal._settings = [.. portal._settings, .. settings];
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    public static async Task<(int Code, string Output)> RunToEndAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        TestClock.GiveTo(start);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Waits until something like this has been printed.</summary>
    public async Task<string> PrintedAsync(string pattern)
    {
        while (true)
        {
            if (Regex.Match(Output, pattern) is { Success: true } found)
            {
                return found.Value;
            }

            if (!await _printed.WaitAsync(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException(Output);
            }
        }
    }

    public Task InitializeAsync() => StartAsync();

    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Program, $"--Data:Path={Folder}", $"--Urls={Address}", .. _settings])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = Folder,

                // It lives for seconds: what the compiler would learn from watching it comes too late.
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            },
            EnableRaisingEvents = true,
        };
        TestClock.GiveTo(_process.StartInfo);
        _process.OutputDataReceived += (_, e) =>
        {
            lock (_output)
            {
                _output.AppendLine(e.Data);
            }

            _printed.Release();
            if (e.Data?.Contains("sẵn sàng", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _process.ErrorDataReceived += (_, e) =>
        {
            lock (_output)
            {
                _output.AppendLine(e.Data);
            }
        };
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The portal ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Waits until a folder has a finished folder in it, whose name begins with a digit.</summary>
    public static async Task<string> FolderInAsync(string folder)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (Directory.Exists(folder)
                && Directory.EnumerateDirectories(folder).FirstOrDefault(d => char.IsAsciiDigit(Path.GetFileName(d)[0])) is { } found)
            {
                return found;
            }

            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Changes the running portal's file behind its back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "portal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    /// <summary>One text of the running portal's file.</summary>
    public async Task<string> TextAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "portal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A client of the API in the name of this person.</summary>
    public async Task<HttpClient> ApiAsync(string login)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{Address}/api/v1/") };
        var answer = await client.PostAsJsonAsync("token", new { userName = login, password = Password });
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!);
        return client;
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var asked = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async Task DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Program =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web", "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Portal.Web.dll"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
