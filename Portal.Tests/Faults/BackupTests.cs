using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Administration;

namespace Portal.Tests.Faults;

/// <summary>Backups made while people work, checked, and put back: the rehearsal of the day it is needed.</summary>
public class BackupTests
{
    private const string Administrator = "S06";

    [Fact]
    public async Task Once_a_day_from_its_hour_on_and_by_button_and_old_ones_go()
    {
        await using var portal = await TestPortal.CreateAsync();
        var backups = portal.Services.GetRequiredService<Backups>();
        Options(portal).Enabled = true;
        portal.GoTo(new DateTime(2026, 10, 6, 1, 30, 0));
        await portal.TickAsync();
        Assert.Empty((await backups.ListAsync(portal.Person(Administrator))).Value);
        for (var day = 6; day < 26; day++)
        {
            portal.GoTo(new DateTime(2026, 10, day, 2, 10, 0));
            await portal.TickAsync();
            await portal.TickAsync();
        }

        var rows = (await backups.ListAsync(portal.Person(Administrator))).Value;
        Assert.Equal("20261025-021000-000", rows[0].Name);
        Assert.Equal(15, rows.Count);
        portal.GoTo(new DateTime(2026, 10, 25, 9, 0, 0));
        Assert.True((await backups.MakeAsync(portal.Person(Administrator))).IsSuccess);
        Assert.Equal("Common.Forbidden", (await backups.MakeAsync(portal.Person(Trips.Head))).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await backups.ListAsync(portal.Person(Trips.Member))).Refusal!.Code);
    }

    [Fact]
    public async Task A_backup_holds_what_was_there_and_says_what_is_damaged()
    {
        await using var portal = await TestPortal.CreateAsync();
        var backups = portal.Services.GetRequiredService<Backups>();
        var (kept, lost) = (await UploadAsync(portal, "Báo cáo.pdf"), await UploadAsync(portal, "Phụ lục.pdf"));
        File.Delete(Path.Combine(portal.AttachmentFolder, lost.StoredName));
        var made = (await backups.MakeAsync(portal.Person(Administrator))).Value;
        Assert.Equal((1, 1), (made.Files, made.Damaged));
        Assert.True((await backups.CheckAsync(portal.Person(Administrator), made.Name)).IsSuccess);
        Assert.Contains(await portal.ReadAsync(db => db.Notifications
            .Where(n => n.PersonId == Administrator)
            .Select(n => n.Text)
            .ToListAsync()), t => t.InVietnamese().Contains("bị mất hoặc hỏng", StringComparison.Ordinal));

        // A manifest that leads out of the folder of files, to a file with the right sum.
        var folder = Path.Combine(backups.Folder, made.Name);
        var manifest = Path.Combine(folder, "manifest.json");
        var honest = await File.ReadAllTextAsync(manifest);
        File.Copy(Path.Combine(backups.Folder, "files", kept.StoredName), Path.Combine(backups.Folder, "ngoai"));
        await File.WriteAllTextAsync(manifest, honest.Replace(kept.StoredName, "../ngoai", StringComparison.Ordinal));
        Assert.Equal(["../ngoai"], (await backups.VerifyAsync(folder)).Refusal!.Args);
        await File.WriteAllTextAsync(manifest, honest);

        await SpoilAsync(Path.Combine(backups.Folder, "files", kept.StoredName));
        Assert.Equal("Backup.Damaged", (await backups.CheckAsync(portal.Person(Administrator), made.Name)).Refusal!.Code);
        await SpoilAsync(Path.Combine(folder, "portal.db"));
        Assert.Equal(["portal.db"], (await backups.VerifyAsync(folder)).Refusal!.Args);
        File.Delete(Path.Combine(folder, "manifest.json"));
        Assert.Equal("Backup.NoManifest", (await backups.VerifyAsync(folder)).Refusal!.Code);
    }

    [Fact]
    public async Task A_backup_whose_trail_was_changed_is_refused_even_with_right_sums()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        var backups = portal.Services.GetRequiredService<Backups>();
        var made = (await backups.MakeAsync(portal.Person(Administrator))).Value;
        var folder = Path.Combine(backups.Folder, made.Name);
        await using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE AuditEntries SET PersonId = 'S99' WHERE Sequence = 1";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var manifest = Path.Combine(folder, "manifest.json");
        var json = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(manifest))!;
        json[
            "database"]![
                "sha256"] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(
                    folder, "portal.db"))));
        await File.WriteAllTextAsync(manifest, json.ToJsonString());
        Assert.Equal("Backup.TrailBroken", (await backups.VerifyAsync(folder)).Refusal!.Code);
    }

    [Fact]
    public async Task The_rehearsal_people_work_a_backup_is_made_the_server_is_lost_and_the_backup_takes_its_place()
    {
        var first =
            await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", "--Backup:Enabled=false");
        var kept = await StartAsync(await first.ApiAsync("vuong.gm"));
        await first.KillAsync();

        // Started after the hour, the portal makes the day's backup by itself.
        var portal = await PortalProcess.OnAsync(first.Folder, "--Backup:At=00:00");
        try
        {
            var member = await portal.ApiAsync("vuong.gm");
            var folder = await PortalProcess.FolderInAsync(Path.Combine(portal.Folder, "backups"));
            var late = await StartAsync(member);
            var refused = await PortalProcess.RunToEndAsync("restore", folder, $"--Data:Path={portal.Folder}");
            Assert.Equal(2, refused.Code);
            Assert.Contains("Một cổng khác đang chạy", refused.Output, StringComparison.Ordinal);
            await portal.KillAsync();

            var verified = await PortalProcess.RunToEndAsync("verify", folder, $"--Data:Path={portal.Folder}");
            Assert.True(verified.Code == 0 && verified.Output.Contains("nguyên vẹn", StringComparison.Ordinal), verified.Output);

            // Without its keys nothing of a backup can be read: that is said before anything is replaced.
            var strange = Directory.CreateTempSubdirectory("khoa-la").FullName;
            var sealedOtherwise = await PortalProcess.RunToEndAsync(
                "restore", folder, $"--Data:Path={portal.Folder}", $"--Data:KeyPath={strange}");
            Assert.True(
                sealedOtherwise.Code == 1 && sealedOtherwise.Output.Contains("khóa", StringComparison.Ordinal), sealedOtherwise.Output);
            Assert.Empty(Directory.EnumerateDirectories(portal.Folder, "before-restore-*"));
            Assert.True(File.Exists(Path.Combine(portal.Folder, "portal.db")));

            // The database may be lost altogether: that is when a backup is needed.
            File.Delete(Path.Combine(portal.Folder, "portal.db"));
            var restored = await PortalProcess.RunToEndAsync("restore", folder, $"--Data:Path={portal.Folder}");
            Assert.True(restored.Code == 0, restored.Output);
            Assert.Contains("before-restore-", restored.Output, StringComparison.Ordinal);

            await portal.StartAsync();
            member = await portal.ApiAsync("vuong.gm");
            var now = (JsonArray)(await member.GetFromJsonAsync<JsonObject>("cases?process=field-trip"))!["items"]!;
            Assert.Equal([kept], now.Select(c => (string?)c!["id"]));
            Assert.NotEqual(kept, late);
            Assert.NotEmpty(await StartAsync(member));

            var bad = await PortalProcess.RunToEndAsync("restore", portal.Folder, $"--Data:Path={portal.Folder}");
            Assert.True(bad.Code == 1 && bad.Output.Contains("manifest.json", StringComparison.Ordinal), bad.Output);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static Portal.Web.Setup.BackupOptions Options(TestPortal portal) =>
        portal.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Portal.Web.Setup.BackupOptions>>().Value;

    private static async Task<Portal.Domain.Cases.Attachment> UploadAsync(TestPortal portal, string name)
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes($"%PDF-1.7 {name}"));
        return (await portal.Acts.UploadAsync(portal.Person(Trips.Member), name, content)).Value;
    }

    private static async Task SpoilAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    private static async Task<string> StartAsync(HttpClient client)
    {
        var started = await client.PostAsJsonAsync(
            "cases", new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead()) });
        return (string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
    }
}
