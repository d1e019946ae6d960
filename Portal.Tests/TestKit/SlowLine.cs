using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Portal.Tests.TestKit;

/// <summary>A line to a portal on which every answer takes its time, as from a commune far away: bytes arrive late, in order, all of
/// them.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _to;
    private readonly TimeSpan _oneWay;

    private SlowLine(string address, TimeSpan roundTrip)
    {
        (_to, _oneWay) = (new Uri(address), roundTrip / 2);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <param name="address">Of the portal.</param>
    /// <param name="roundTrip">From a byte sent to the answer's first byte, beside the portal's own time.</param>
    public static SlowLine To(string address, TimeSpan roundTrip) => new(address, roundTrip);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var from = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = ServeAsync(from);
        }
    }

    private async Task ServeAsync(TcpClient from)
    {
        using (from)
        using (var to = new TcpClient())
        {
            await to.ConnectAsync(_to.Host, _to.Port, _end.Token);
            (from.NoDelay, to.NoDelay) = (true, true);
            await Task.WhenAny(CarryAsync(from.GetStream(), to.GetStream()), CarryAsync(to.GetStream(), from.GetStream()));
        }
    }

    private async Task CarryAsync(NetworkStream source, NetworkStream target)
    {
        var underWay = Channel.CreateUnbounded<(byte[] Bytes, long At)>();
        var arriving = ArriveAsync(underWay.Reader, target);
        var buffer = new byte[65_536];
        try
        {
            while (await source.ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                underWay.Writer.TryWrite((buffer[..count], Environment.TickCount64 + (long)_oneWay.TotalMilliseconds));
            }
        }
        catch (IOException)
        {
            // One side has hung up.
        }

        underWay.Writer.Complete();
        await arriving;
    }

    private async Task ArriveAsync(ChannelReader<(byte[] Bytes, long At)> underWay, NetworkStream target)
    {
        try
        {
            await foreach (var (bytes, at) in underWay.ReadAllAsync(_end.Token))
            {
                if (at - Environment.TickCount64 is > 0 and var left)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(left), _end.Token);
                }

                await target.WriteAsync(bytes, _end.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // One side has hung up.
        }
    }
}
