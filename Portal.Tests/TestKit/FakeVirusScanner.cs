using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.TestKit;

/// <summary>Answers as ClamAV's daemon does to INSTREAM: finds the word for which it looks, in whatever pieces it comes.</summary>
public sealed class FakeVirusScanner : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _found;

    public FakeVirusScanner(string found)
    {
        _found = found;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var line = client.GetStream();
                var command = new byte[10];
                await line.ReadExactlyAsync(command);
                using var content = new MemoryStream();
                var length = new byte[sizeof(int)];
                for (; ; )
                {
                    await line.ReadExactlyAsync(length);
                    var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                    if (piece.Length == 0)
                    {
                        break;
                    }

                    await line.ReadExactlyAsync(piece);
                    content.Write(piece);
                }

                var isFound = Encoding.UTF8.GetString(content.ToArray()).Contains(_found, StringComparison.Ordinal);
                await line.WriteAsync(Encoding.ASCII.GetBytes(Answer(Encoding.ASCII.GetString(command), isFound)));
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private static string Answer(string command, bool isFound) => (command, isFound) switch
    {
        (not "zINSTREAM\0", _) => "UNKNOWN COMMAND\0",
        (_, true) => "stream: Eicar-Test FOUND\0",
        (_, false) => "stream: OK\0",
    };
}
