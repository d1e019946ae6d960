using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>From the start of the process to a served sign-in page, on a database that is there.</summary>
internal static class ColdStart
{
    public static async Task MeasureAsync(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("start: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return;
        }

        var data = Directory.CreateTempSubdirectory("portal-start-").FullName;
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet",
                [Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}", "--Urls=http://127.0.0.1:5987",
                    "--Demo:Activity=false"])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
            using var client = new HttpClient();
            while (true)
            {
                try
                {
                    if ((await client.GetStringAsync(new Uri("http://127.0.0.1:5987/dang-nhap")))
                        .Contains("Đăng nhập", StringComparison.Ordinal))
                    {
                        break;
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10);
                }
            }

            if (i > 0)
            {
                times.Add(watch.Elapsed.TotalSeconds);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        var each = string.Join(", ", times.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)));
        Console.WriteLine(
            $"start: sign-in page served after {each} s (median {times.Order().ElementAt(times.Count / 2):0.00} s)");
        Directory.Delete(data, recursive: true);
    }
}
