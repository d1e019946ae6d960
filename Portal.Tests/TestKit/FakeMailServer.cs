using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.TestKit;

/// <summary>Takes mail on a free port and remembers whom it was for. As much of SMTP as a client needs.</summary>
public sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FakeMailServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Of the messages that were taken whole.</summary>
    public ConcurrentBag<string> Recipients { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var held = client;
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 thử");
            var to = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
                {
                    to = line[9..line.IndexOf('>', StringComparison.Ordinal)];
                }

                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 end with .");
                    while (await reader.ReadLineAsync() is { } data && data != ".")
                    {
                    }

                    Recipients.Add(to);
                }

                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (IOException)
        {
            // The client was killed.
        }
    }
}
