using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Organisation;
using Portal.Web.Processes.AreaBoard;

namespace Portal.Benchmarks;

/// <summary>Đ1.1: what the board of areas, and its months, take for the head over a folder with some years of activity.</summary>
internal static class AreaBoardLatency
{
    private const double LimitMs = 300;

    private const int OfLimit = 160;

    /// <param name="folder">A data folder that the demo filled; it is kept as it is but for what a start brings up to date.</param>
    /// <returns>Both stay below the limit for their number of areas.</returns>
    public static async Task<bool> MeasureAsync(string folder)
    {
        await using var portal = await BenchPortal.CreateAsync(folder);
        var board = portal.Services.GetRequiredService<AreaBoardQueries>();
        var head = new Actor("L1", "L1");
        return await MeasureAsync("the board", async () => (await board.ListAsync(head, new AreaBoardFilter())).Rows.Count)
            & await MeasureAsync("by month", async () => (await board.MonthsAsync(head, new AreaBoardFilter(), "")).Rows.Count);
    }

    private static async Task<bool> MeasureAsync(string what, Func<Task<int>> ask)
    {
        var (times, areas) = (new List<double>(), 0);
        for (var i = 0; i < 60; i++)
        {
            var one = Stopwatch.StartNew();
            areas = await ask();
            times.Add(one.Elapsed.TotalMilliseconds);
        }

        times = [.. times.Skip(10).Order()];
        var (p95, limit) = (times[(int)(times.Count * .95)], LimitMs * areas / OfLimit);
        Console.WriteLine(
            $"board: {what}, {areas} areas: p50 {times[times.Count / 2]:N1} ms, p95 {p95:N1} ms "
            + $"(limit {limit:N0} ms: {LimitMs:N0} ms for {OfLimit})");
        return p95 <= limit;
    }
}
