using System.Globalization;
using Microsoft.Playwright;

namespace Portal.Benchmarks.Load;

/// <summary>
/// A page opened for the first time, with nothing kept by the browser, on a line of 10 Mbit/s with 40 ms of delay as the browser's own
/// network emulation makes it: what comes over the wire, and when the page shows its content.
/// </summary>
internal static class FirstLoad
{
    public static async Task MeasureAsync(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("first-load: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return;
        }

        var data = Directory.CreateTempSubdirectory("portal-first-").FullName;
        await using (var portal = await ServerProcess.StartAsync(Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}",
            "--Urls=http://127.0.0.1:{port}", "--Demo:Activity=false", "--Demo:Password=LamGiang2026"))
        using (var playwright = await Playwright.CreateAsync())
        {
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
            });
            var signedIn = await browser.NewContextAsync();
            var page = await signedIn.NewPageAsync();
            await page.GotoAsync($"{portal.Address}dang-nhap");
            await page.FillAsync("#ten", "vuong.gm");
            await page.FillAsync("#mat-khau", "LamGiang2026");
            await page.ClickAsync(".main-button");
            await page.WaitForURLAsync(u => !u.Contains("dang-nhap", StringComparison.Ordinal));
            await page.CheckAsync("[name=Agreed]");
            await page.ClickAsync(".main-button");
            await page.WaitForSelectorAsync(".home");
            var state = await signedIn.StorageStateAsync();
            await MeasureAsync(browser, new Uri(portal.Address, "/dang-nhap"), null, "#ten");
            await MeasureAsync(browser, portal.Address, state, ".home");
            await MeasureAsync(browser, new Uri(portal.Address, "/viec"), state, "[data-testid=total]");
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task MeasureAsync(IBrowser browser, Uri address, string? state, string shown)
    {
        var times = new List<double>();
        var bytes = 0.0;
        for (var i = 0; i < 6; i++)
        {
            await using var context = await browser.NewContextAsync(new() { StorageState = state });
            var page = await context.NewPageAsync();
            var tools = await context.NewCDPSessionAsync(page);
            await tools.SendAsync("Network.enable");
            await tools.SendAsync("Network.emulateNetworkConditions",
                new Dictionary<string, object>
                {
                    ["offline"] = false,
                    ["latency"] = 40,
                    ["downloadThroughput"] = 10_000_000 / 8,
                    ["uploadThroughput"] = 10_000_000 / 8
                });
            var received = 0.0;
            tools.Event("Network.loadingFinished").OnEvent += (_, e) => received += e!.Value.GetProperty("encodedDataLength").GetDouble();
            tools.Event("Network.webSocketFrameReceived").OnEvent += (_, e) =>
                received += e!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * .75;

            // By the page's own clock, from the beginning of the navigation to the frame that shows the content: who asks from outside asks
            // too seldom.
            await page.AddInitScriptAsync($$"""
                new MutationObserver((_, observer) => {
                  if (document.querySelector('{{shown}}')) {
                    observer.disconnect();
                    window.shownAfter = new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
                  }
                }).observe(document, { subtree: true, childList: true });
                """);
            await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForSelectorAsync(shown);
            var time = await page.EvaluateAsync<double>("window.shownAfter");
            if (i > 0)
            {
                times.Add(time / 1000);
            }

            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            bytes = received;
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first-load: {address.AbsolutePath}: {bytes / 1024:N0} KB over the wire; "
            + $"content shown after {times[times.Count / 2]:0.00} s (median of {times.Count}, slowest {times[^1]:0.00} s)"));
    }
}
