using Microsoft.Playwright;
using Portal.Benchmarks.Load;

namespace Portal.Benchmarks.Acts;

/// <summary>
/// What the portal asks of people: each daily job is done in a browser in the fewest acts that the screens allow, and the acts are counted.
/// </summary>
internal static class HumanCost
{
    private const string Password = "LamGiang2026";

    /// <returns>Whether every job could be done; a figure above its aim is marked and is no failure.</returns>
    public static async Task<bool> MeasureAsync(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("acts: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return false;
        }

        var data = Directory.CreateTempSubdirectory("portal-acts-").FullName;
        try
        {
            await using var portal = await ServerProcess.StartAsync(Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}",
                "--Urls=http://127.0.0.1:{port}", "--Demo:Activity=false", $"--Demo:Password={Password}",
                "--Security:SignInsPerMinute=100000", $"--PORTAL_TODAY={Days.Start}", "--Logging:LogLevel:Default=Warning");
            await using var desk = await Desk.OpenAsync(portal.Address, Password);
            using var api = new ApiRoad(portal.Address, Password);
            return await DoAllAsync(desk,
            [
                .. new TripJobs(desk, new TripCases(api)).All,
                .. new MeetingJobs(desk, new MeetingCases(api)).All,
                .. new ReviewJobs(desk, new ReviewCases(api)).All,
            ]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<bool> DoAllAsync(Desk desk, IReadOnlyList<Job> jobs)
    {
        var rows = new List<string>();
        var failed = 0;
        foreach (var job in jobs)
        {
            string spent;
            try
            {
                var figure = (await job.DoAsync()).Spent;
                spent = figure.IsAbove(job.Aim) ? $"**{figure}** (above the aim)" : $"{figure}";
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException or InvalidOperationException or HttpRequestException)
            {
                failed++;
                spent = "cannot be done";
                await Console.Error.WriteLineAsync($"acts: {job.Name}: {e.Message}\n{await WhatIsShownAsync(desk)}");
            }

            rows.Add($"| {job.Name} | {spent} | {job.Aim} | {job.Before} |");
        }

        Console.WriteLine("| Job | Acts / typed words now | Aim, at most | Before |");
        Console.WriteLine("|---|---|---|---|");
        rows.ForEach(Console.WriteLine);
        return failed == 0;
    }

    // Where the hand had come to.
    private static async Task<string> WhatIsShownAsync(Desk desk)
    {
        if (desk.Working is not { } hand)
        {
            return "";
        }

        var (page, errors) = (hand.Page, hand.Page.GetByTestId("errors"));
        var said = await errors.CountAsync() > 0 ? await errors.First.InnerTextAsync() : await page.Locator("main").InnerTextAsync();
        return $"After {hand.Spent} on {page.Url}: {said}";
    }
}
