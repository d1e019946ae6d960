using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.TestKit;

/// <summary>The portal as it is run: a process of its own, on a free port, with a folder of its own. It can be killed and started again.</summary>
public sealed class PortalProcess : IAsyncLifetime
{
    public const string Password = "LamGiang2026";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-run-").FullName;
    private Process? _process;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public Task InitializeAsync() => StartAsync();

    public async Task StartAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var portal = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web", "bin", configuration, "net10.0", "Portal.Web.dll"));
        var ready = new TaskCompletionSource();
        var output = new System.Text.StringBuilder();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [portal, $"--Data:Path={_folder}", $"--Urls={Address}", "--Demo:Activity=false", $"--Demo:Password={Password}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = _folder,
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, e) =>
        {
            lock (output)
            {
                output.AppendLine(e.Data);
            }

            if (e.Data?.Contains("sẵn sàng", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _process.ErrorDataReceived += (_, e) =>
        {
            lock (output)
            {
                output.AppendLine(e.Data);
            }
        };
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The portal ended: {output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
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
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalProcess>, ICollectionFixture<Browser>
{
    public const string Name = "portal";
}
