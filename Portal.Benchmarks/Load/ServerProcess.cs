using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Portal.Benchmarks.Load;

/// <summary>A server as a process of its own, and what it weighs.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private long _cpuTicks;
    private long _cpuAt;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="program">The assembly to run.</param>
    /// <param name="arguments">Its arguments; <c>{port}</c> stands for the port.</param>
    public static async Task<ServerProcess> StartAsync(string program, params string[] arguments)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var address = new Uri($"http://127.0.0.1:{port}");
        var process = Process.Start(new ProcessStartInfo("dotnet",
            [program, .. arguments.Select(a => a.Replace("{port}", port, StringComparison.Ordinal))])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                return new ServerProcess(process, address);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Bytes that survive a full collection; without the holes it leaves in the heap, which are more or fewer by chance.</summary>
    public async Task<double> LiveBytesAsync()
    {
        var client = new DiagnosticsClient(_process.Id);

        // 0x800000: the session itself brings about a full, blocking collection; 0x1: and tells of it.
        var session = await client.StartEventPipeSessionAsync([new EventPipeProvider("Microsoft-Windows-DotNETRuntime",
            System.Diagnostics.Tracing.EventLevel.Informational,
            0x800001)], requestRundown: false, circularBufferMB: 64, CancellationToken.None);
        long? size = null;
        var isInduced = false;
        using var source = new EventPipeEventSource(session.EventStream);
        source.Clr.GCStart += start => isInduced |= start.Depth == 2 && start.Reason is GCReason.Induced;
        source.Clr.GCHeapStats += stats =>
        {
            if (isInduced && size is null)
            {
                size = stats.TotalPromoted;
                _ = Task.Run(session.Stop);
            }
        };
        await Task.Run(() => source.Process()).WaitAsync(TimeSpan.FromMinutes(1));
        session.Dispose();
        return size ?? throw new InvalidOperationException("The runtime told of no collection.");
    }

    /// <summary>Bytes of memory the process holds.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time since the last question, in cores.</summary>
    public double CoresBusy()
    {
        _process.Refresh();
        var (ticks, now) = (_process.TotalProcessorTime.Ticks, Stopwatch.GetTimestamp());
        var busy = _cpuAt == 0 ? 0 : (ticks - _cpuTicks) / (double)Stopwatch.GetElapsedTime(_cpuAt, now).Ticks;
        (_cpuTicks, _cpuAt) = (ticks, now);
        return busy;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
