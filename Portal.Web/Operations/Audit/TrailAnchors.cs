using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Audit;
using Portal.Domain.Common;
using Portal.Web.Setup;

namespace Portal.Web.Operations.Audit;

/// <summary>
/// each day a line that says how far the trail goes, in a file beside the keys (apart from the database), in the log, and on the
/// page of the trail, to be printed or sent away.
/// </summary>
public sealed class TrailAnchors(
    PortalOperations operations, IOptions<DataOptions> data, TimeProvider time, ILogger<TrailAnchors> log)
{
    /// <summary>The file in <see cref="DataOptions.KeyFolder"/>.</summary>
    public const string FileName = "anchors.txt";

    private string FilePath => Path.Combine(data.Value.KeyFolder, FileName);

    /// <summary>All lines, in the order in which they were written; what is none is left out.</summary>
    public List<TrailAnchor> All() => File.Exists(FilePath)
        ? [.. File.ReadLines(FilePath).Select(TrailAnchor.Parse).OfType<TrailAnchor>()]
        : [];

    /// <summary>The day's line, when there is none yet.</summary>
    /// <returns>1 when one was written.</returns>
    public async Task<int> RunDueAsync(DateTime? at, CancellationToken cancellation)
    {
        var now = at ?? time.GetUtcNow().UtcDateTime;
        if (All() is [.., { Sequence: > 0 } last] && VietnamTime.DayOf(last.At) >= VietnamTime.DayOf(now))
        {
            return 0;
        }

        await AddAsync(now, isRestored: false, cancellation);
        return 1;
    }

    /// <summary>A line of this moment.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="isRestored">A backup was put back just now.</param>
    public async Task AddAsync(DateTime at, bool isRestored, CancellationToken cancellation = default)
    {
        var head = await operations.ReadAsync(db => db.TrailHeads.FirstOrDefaultAsync(cancellation), cancellation);
        if (head is null || (head.Sequence == 0 && !isRestored && All().Count > 0))
        {
            return;
        }

        var line = new TrailAnchor(at, head.Sequence, head.Sequence == 0 ? "-" : head.Hash, isRestored).ToString();
        Directory.CreateDirectory(data.Value.KeyFolder);
        await File.AppendAllTextAsync(FilePath, line + Environment.NewLine, cancellation);
        log.LogInformation("The trail stands at {Anchor}", line);
    }
}
