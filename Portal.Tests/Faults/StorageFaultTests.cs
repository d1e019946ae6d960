using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Files;

namespace Portal.Tests.Faults;

/// <summary>What disk, file and clock can do to a running portal: each ends in words, and nothing that was stored is hurt.</summary>
public class StorageFaultTests
{
    [SkippableFact]
    public async Task A_full_disk_is_said_and_when_there_is_room_again_the_same_is_stored()
    {
        var disk = Directory.CreateTempSubdirectory("portal-disk-").FullName;
        Skip.If(await RunAsync("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk) != 0,
            "A disk of its own can only be made by root: run the tests as root.");
        try
        {
            var portal = await PortalProcess.OnAsync(disk);
            var member = await portal.ApiAsync("vuong.gm");
            var stuffing = Path.Combine(disk, "stuffing");
            await using (var file = File.Create(stuffing))
            {
                await Assert.ThrowsAsync<IOException>(async () =>
                {
                    while (true)
                    {
                        await file.WriteAsync(new byte[4096]);
                        await file.FlushAsync();
                    }
                });
            }

            var refused = await UntilAsync(HttpStatusCode.ServiceUnavailable, () => StartAsync(member, Guid.NewGuid().ToString()));
            Assert.Equal("Storage.Full", (string?)refused["code"]);
            Assert.Contains("đã đầy", (string?)refused["title"], StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("tasks")).StatusCode);

            File.Delete(stuffing);
            var stored = await UntilAsync(HttpStatusCode.Created, () => StartAsync(member, "after"));
            await portal.KillAsync();
            await portal.StartAsync();
            member = await portal.ApiAsync("vuong.gm");
            Assert.Equal(
                (string?)stored["number"], (string?)(await member.GetFromJsonAsync<JsonObject>($"cases/{stored["caseId"]}"))!["number"]);
            await portal.KillAsync();
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
        }
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_said_and_nothing_is_half_done()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.NotifyAsync();
        var path = portal.DatabaseFile;
        await using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            Assert.Equal(
                "Storage.Busy", (await portal.AnswerAsync(before, "review", Trips.Leader, "Acknowledge", Trips.Opinion())).Refusal!.Code);
            Assert.Equal(["contact", "review"], await portal.OpenStepsAsync(before));
        }

        await portal.MustAsync(before, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["contact"], await portal.OpenStepsAsync(before));
    }

    [Fact]
    public async Task What_must_be_recorded_and_cannot_be_does_not_happen_and_says_so()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 noi dung"));
        var file = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "Báo cáo.pdf", content)).Value;
        await portal.MustAsync(
            id, "result", Trips.Member, "Submit", Trips.Result() with { ConcernsPersonnel = true, Files = [file.Id] });
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Portal.Web.Security.Accounts>();
        Func<Task<Refusal?>>[] acts =
        [
            async () => (await portal.Cases.FindAsync(portal.Person(Trips.Head), id)).Refusal,
            async () => (await portal.Acts.FindFileAsync(portal.Person(Trips.Head), file.Id)).Refusal,
            async () => (await accounts.RecordAsync(portal.Person(Trips.Head), "Account.SignedIn", "")).Refusal,
        ];
        await using (var other = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            foreach (var act in acts)
            {
                Assert.Equal("Storage.Busy", (await act())?.Code);
            }
        }

        foreach (var act in acts)
        {
            Assert.Null(await act());
        }
    }

    [Fact]
    public async Task Of_many_who_meet_a_held_file_each_is_told_and_nothing_is_half_done()
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.NotifyAsync();
        await using (var other = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
                portal.StartAsync("field-trip", Trips.Member, Trips.Notice()))));
            Assert.All(answers, a => Assert.Equal("Storage.Busy", a.Refusal!.Code));
        }

        // The next one waits for others again, and finds nobody.
        Assert.True((await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).IsSuccess);
        await portal.MustAsync(before, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(2, await portal.ReadAsync(db => db.Cases.CountAsync()));
        await TrailReading.AssertWholeAsync(Path.GetDirectoryName(portal.DatabaseFile)!);
    }

    /// <summary>Tables whose first page is spoilt, with a question that comes upon it.</summary>
    [Theory]
    [InlineData("Cases", "cases")]
    [InlineData("UserTasks", "tasks")]
    public async Task A_damaged_page_of_the_database_is_said_to_who_asks_and_to_who_watches(string table, string list)
    {
        var portal = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}");
        try
        {
            var member = await portal.ApiAsync("vuong.gm");
            await UntilAsync(HttpStatusCode.Created, () => StartAsync(member, "before"));
            Assert.Equal(0, await portal.StopAsync());
            await SpoilAsync(Path.Combine(portal.Folder, "portal.db"), table);
            await portal.StartAsync();
            using var watcher = new HttpClient { BaseAddress = new Uri(portal.Address) };
            using var leader = await portal.ApiAsync("duong.ha");
            using var refused = await leader.GetAsync(list);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("Storage.Failed", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]);
            using var ready = await watcher.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task SpoilAsync(string file, string table)
    {
        long root, size;
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT rootpage FROM sqlite_master WHERE name = '{table}'";
            root = (long)(await command.ExecuteScalarAsync())!;
            command.CommandText = "PRAGMA page_size";
            size = (long)(await command.ExecuteScalarAsync())!;
        }

        await using var bytes = File.OpenWrite(file);
        bytes.Position = (root - 1) * size;
        await bytes.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
    }

    [Fact]
    public async Task A_damaged_or_lost_file_is_said_and_its_bytes_are_not_given_out()
    {
        await using var portal = await TestPortal.CreateAsync();
        var files = portal.Services.GetRequiredService<AttachmentFiles>();
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 noi dung"));
        var stored = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "Báo cáo.pdf", content)).Value;
        await using (var opened = (await files.OpenAsync(stored, CancellationToken.None)).Value)
        {
            Assert.Equal(stored.Size, opened.Length);
        }

        var path = Path.Combine(portal.AttachmentFolder, stored.StoredName);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal("File.Damaged", (await files.OpenAsync(stored, CancellationToken.None)).Refusal!.Code);
        File.Delete(path);
        Assert.Equal("File.Damaged", (await files.OpenAsync(stored, CancellationToken.None)).Refusal!.Code);
    }

    [Fact]
    public async Task A_second_program_a_newer_file_and_a_wrong_setting_end_the_start_with_words()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Enabled=false");
        try
        {
            var second = await PortalProcess.RunToEndAsync($"--Data:Path={portal.Folder}", "--Urls=http://127.0.0.1:0");
            Assert.Equal(2, second.Code);
            Assert.Contains("Một cổng khác đang chạy trên thư mục dữ liệu", second.Output, StringComparison.Ordinal);

            await portal.KillAsync();
            await portal.ExecuteAsync(
                "INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29991231000000_Later', '99.0.0')");
            var older = await PortalProcess.RunToEndAsync($"--Data:Path={portal.Folder}", "--Urls=http://127.0.0.1:0");
            Assert.Equal(2, older.Code);
            Assert.Contains("29991231000000_Later", older.Output, StringComparison.Ordinal);

            var wrong = await PortalProcess.RunToEndAsync(
                $"--Data:Path={portal.Folder}", "--Mail:Enabled=true", "--Mail:Port=0", "--Security:SignInsPerMinute=0");
            Assert.Equal(2, wrong.Code);
            Assert.Contains("SignInsPerMinute", wrong.Output, StringComparison.Ordinal);
            Assert.Contains("Cấu hình chưa đúng", wrong.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", wrong.Output, StringComparison.Ordinal);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_and_back_does_each_thing_once_and_keeps_the_trail_in_order()
    {
        await using var portal = await TestPortal.CreateAsync();
        var away = await portal.NotifyAsync();
        await portal.MustAsync(away, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        await portal.MustAsync(away, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(away, "departure", Trips.Member, "Departed", Trips.Departure());
        var now = portal.Clock.GetUtcNow();

        portal.Clock.AdjustTime(now.AddDays(400));
        await portal.TickAsync();
        await portal.TickAsync();
        Assert.Equal(["result"], await portal.OpenStepsAsync(away));

        // Back again: nothing is undone, nothing is done a second time, people go on.
        portal.Clock.AdjustTime(now.AddDays(1));
        await portal.TickAsync();
        portal.Clock.AdjustTime(now.AddDays(400));
        await portal.TickAsync();
        Assert.Equal(1,
            await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.CaseId == away && t.StepId == "notes" && t.Outcome == "Timeout")));
        Assert.Equal(1, await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.CaseId == away && t.StepId == "result")));
        var audit = portal.Services.GetRequiredService<AuditQueries>();
        Assert.Null((await audit.VerifyAsync(portal.Person("S06"))).Value.FirstBroken);
    }

    private static Task<HttpResponseMessage> StartAsync(HttpClient client, string key)
    {
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post,
            "cases")
        {
            Content = JsonContent.Create(new
            {
                process = "field-trip",
                outcome = "Submit",
                form = FormInput.ToJson(Trips.NoticeAhead())
            }),
            Headers = { { "Idempotency-Key", key } }
        });
    }

    // The file has a little room of its own left, and the log is written over again: it may take some requests.
    private static async Task<JsonObject> UntilAsync(HttpStatusCode status, Func<Task<HttpResponseMessage>> act)
    {
        for (var i = 0; i < 500; i++)
        {
            using var answer = await act();
            if (answer.StatusCode == status)
            {
                return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            }
        }

        throw new TimeoutException($"No answer was {status}.");
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
