using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Tests.TestKit;

namespace Portal.Tests.Faults;

/// <summary>
/// A database of the release before instances had typed waits (<c>Data/sealed-release.zip</c>, with its keys): two trips, one of them
/// acknowledged, and a review cycle of two areas. Its instances are read, and go on.
/// </summary>
public class SealedReleaseTests
{
    [Fact]
    public async Task What_waited_in_the_release_before_goes_on_in_this_one()
    {
        var folder = Directory.CreateTempSubdirectory("portal-run-").FullName;
        await using (var packed = typeof(SealedReleaseTests).Assembly.GetManifestResourceStream("sealed-release.zip")!)
        {
            using var archive = new ZipArchive(packed);
            archive.ExtractToDirectory(folder);
        }

        var portal = await PortalProcess.OnAsync(folder);
        try
        {
            var (leader, head, coordinator) =
                (await portal.ApiAsync("duong.ha"), await portal.ApiAsync("nhan.dk"), await portal.ApiAsync("hang.ctl"));

            // A step that waited for people is answered, and the next ones open.
            var answered = await leader.PostAsJsonAsync(
                $"tasks/{await TaskAsync(leader, "CT-2026/0002", "Acknowledge")}/complete",
                new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } });
            Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync());
            Assert.NotEmpty((JsonArray)(await answered.Content.ReadFromJsonAsync<JsonObject>())!["waiting"]!);

            // The cycle waits for its areas, and they for events of the cycle: called off, it takes them with it.
            Assert.Equal(["Open", "Open"], await StatesAsync(coordinator, "review-suggestion-area"));
            var cancelled = await head.PostAsJsonAsync(
                $"tasks/{await TaskAsync(head, "KD-2026/0001", "CancelCycle")}/complete",
                new
                {
                    outcome = "CancelCycle",
                    form = new { secrecy = new { containsStateSecret = false }, reason = "Đổi thời gian kiểm điểm của Tỉnh ủy" }
                });
            Assert.True(cancelled.IsSuccessStatusCode, await cancelled.Content.ReadAsStringAsync());
            Assert.Equal(["Cancelled", "Cancelled"], await StatesAsync(coordinator, "review-suggestion-area"));
            await portal.StopAsync();
        }
        finally
        {
            await portal.KillAsync();
        }
    }

    // The open step of a case that offers the outcome to the person, also where the step is not the person's own.
    private static async Task<string> TaskAsync(HttpClient client, string number, string outcome)
    {
        var found = (JsonArray)(await client.GetFromJsonAsync<JsonObject>($"cases?search={number}"))!["items"]!;
        var one = (await client.GetFromJsonAsync<JsonObject>($"cases/{found[0]!["id"]}"))!;
        return (string)((JsonArray)one["open"]!)
            .First(t => t!["actions"]!.ToJsonString().Contains($"\"{outcome}\"", StringComparison.Ordinal))!["id"]!;
    }

    private static async Task<IEnumerable<string?>> StatesAsync(HttpClient client, string process) =>
        ((JsonArray)(await client.GetFromJsonAsync<JsonObject>($"cases?process={process}"))!["items"]!).Select(c => (string?)c!["state"]);
}
