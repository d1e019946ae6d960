using System.Globalization;
using Microsoft.Playwright;
using Portal.Benchmarks.Acts;
using Portal.Benchmarks.Load;
using Portal.Tests.TestKit;

namespace Portal.Benchmarks;

/// <summary>
/// A step of a definition of 500 is dragged over the canvas, 100 ms away from the server: how long each frame takes, and how far behind
/// the hand the step is.
/// </summary>
internal static class CanvasSpeed
{
    private const int Steps = 500, Moves = 180;
    private const double FrameLimit = 17.5;
    private const string Password = "LamGiang2026";

    /// <returns>Whether 95 of 100 frames came in time for 60 a second.</returns>
    public static async Task<bool> MeasureAsync(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("canvas: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return false;
        }

        var data = Directory.CreateTempSubdirectory("portal-canvas-").FullName;
        try
        {
            await using var portal = await ServerProcess.StartAsync(Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}",
                "--Urls=http://127.0.0.1:{port}", "--Demo:Activity=false", $"--Demo:Password={Password}",
                $"--PORTAL_TODAY={Days.Start}", "--Logging:LogLevel:Default=Warning");
            await using var line = SlowLine.To(portal.Address.ToString(), TimeSpan.FromMilliseconds(100));
            await using var desk = await Desk.OpenAsync(new Uri(line.Address), Password);
            var page = (await desk.StartPageAsync("tue.dt")).Page;
            await page.SetViewportSizeAsync(1366, 768);
            await page.GotoAsync($"{line.Address}/quan-tri/quy-trinh");
            var file = Path.Combine(data, "500.json");
            await File.WriteAllTextAsync(file, EditorLatency.Large().Write());
            await page.GetByText("Tạo quy trình mới").ClickAsync();
            await page.GetByTestId("import-new").SetInputFilesAsync(file);
            await page.Locator("g.over").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
            return await DragAsync(page);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<bool> DragAsync(IPage page)
    {
        var box = (await page.Locator("g.node[data-path='s0'] use.shape").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("""
            () => {
              const frames = [], behind = [], node = document.querySelector("g.node[data-path='s0']");
              let hand = null, last = 0;
              window.addEventListener("pointermove", e => hand = [e.clientX, e.clientY], true);
              const frame = now => {
                if (last) frames.push(now - last);
                last = now;
                if (hand) { const r = node.querySelector(".shape").getBoundingClientRect();
                  behind.push(Math.hypot(r.x + r.width / 2 - hand[0], r.y + r.height / 2 - hand[1])); }
                window.measured = { frames, behind, next: requestAnimationFrame(frame) };
              };
              requestAnimationFrame(frame);
            }
            """);
        for (var i = 1; i <= Moves; i++)
        {
            await page.Mouse.MoveAsync(x + (i % 60 * 3), y + (float)(Math.Sin(i / 9.0) * 60));
        }

        var frames = await page.EvaluateAsync<double[]>("() => { cancelAnimationFrame(measured.next); return measured.frames; }");
        var behind = await page.EvaluateAsync<double[]>("() => measured.behind");
        await page.Mouse.UpAsync();
        Array.Sort(frames);
        Array.Sort(behind);
        var p95 = frames[(int)(frames.Length * .95)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Steps} steps, 100 ms to the server: {frames.Length} frames, median {frames[frames.Length / 2]:F1} ms, p95 {p95:F1} ms "
            + $"(limit {FrameLimit} ms); behind the hand p95 {behind[(int)(behind.Length * .95)]:F0} points"));
        return p95 <= FrameLimit;
    }
}
