using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Files;

/// <summary>
/// Asks ClamAV about a file (ASVS 5.4.3), by the daemon's INSTREAM command: pieces with their length in front, an empty one at the end.
/// Where a scanner is named, a file that it cannot be asked about is not taken.
/// </summary>
public sealed class VirusScan(IOptions<VirusScanOptions> options, ILogger<VirusScan> log)
{
    private const int ChunkSize = 64 * 1024;

    /// <returns>Null for a clean file, or where no scanner is named; else why the file is refused.</returns>
    public async Task<Refusal?> CheckAsync(Stream content, CancellationToken cancellation)
    {
        if (options.Value.Host.Length == 0)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Seconds));
        try
        {
            var answer = await AskAsync(content, patience.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal))
            {
                return null;
            }

            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            {
                log.LogWarning("A file was refused: the scanner found something in it.");
                return FileRefusals.Infected;
            }

            log.LogError("The virus scanner answered with an error.");
        }
        catch (Exception e) when (e is SocketException or IOException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogError("The virus scanner could not be asked: {Reason}.", e.GetType().Name);
        }

        return FileRefusals.NotScanned;
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Value.Host, options.Value.Port, cancellation);
        var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var buffer = new byte[sizeof(int) + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(buffer.AsMemory(sizeof(int), ChunkSize), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await line.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), cancellation);
        }
        while (read > 0);

        using var reader = new StreamReader(line, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellation)).TrimEnd('\0', '\n');
    }
}
