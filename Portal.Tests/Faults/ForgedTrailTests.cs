using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Domain.Audit;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Setup;

namespace Portal.Tests.Faults;

/// <summary>X-04: what somebody does to the trail who has the file, but not the keys that lie apart.</summary>
public class ForgedTrailTests
{
    private const string Administrator = "S06";

    /// <summary>How many entries <see cref="WithActsAsync"/> leaves, at least.</summary>
    private const int Some = 6;

    /// <summary>Every way that occurred to us, in SQL; what is signed is taken from elsewhere or left out.</summary>
    public static TheoryData<string, string> Forgeries { get; } = new()
    {
        { "an entry changed", "UPDATE AuditEntries SET PersonId = 'S99' WHERE Sequence = 3" },
        { "the last entry changed", "UPDATE AuditEntries SET Reason = 'x' WHERE Sequence = (SELECT MAX(Sequence) FROM AuditEntries)" },
        { "an entry removed", "DELETE FROM AuditEntries WHERE Sequence = 3" },
        { "the first entries removed", "DELETE FROM AuditEntries WHERE Sequence < 3" },
        { "the last entry removed", "DELETE FROM AuditEntries WHERE Sequence = (SELECT MAX(Sequence) FROM AuditEntries)" },
        { "all entries removed", "DELETE FROM AuditEntries" },
        { "the last entries and the head removed", "DELETE FROM AuditEntries WHERE Sequence > 3; DELETE FROM TrailHeads" },
        { "all entries and the head removed", "DELETE FROM AuditEntries; DELETE FROM TrailHeads" },
        {
            "the last entries removed and the head moved back",
            """
            DELETE FROM AuditEntries WHERE Sequence > 3;
            UPDATE TrailHeads SET Sequence = 3, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 3)
            """
        },
        {
            "the head signed as an entry is",
            """
            DELETE FROM AuditEntries WHERE Sequence > 3;
            UPDATE TrailHeads SET Sequence = 3, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 3),
                Signature = (SELECT Hash FROM AuditEntries WHERE Sequence = 3)
            """
        },
        {
            "two entries exchanged",
            """
            UPDATE AuditEntries SET Sequence = 900 WHERE Sequence = 3;
            UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 4;
            UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = 900
            """
        },
        { "the key removed", "DELETE FROM Settings WHERE Key = 'Trail.Key'" },
        { "a key of one's own", "UPDATE Settings SET Value = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' WHERE Key = 'Trail.Key'" },
        {
            "something that the portal sealed for a person in the key's place",
            "UPDATE Settings SET Value = (SELECT substr(Json, 5) FROM Submissions LIMIT 1) WHERE Key = 'Trail.Key'"
        },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Whatever_is_done_to_the_file_is_found_and_stays_found_when_the_portal_goes_on(string what, string sql)
    {
        await using var portal = await WithActsAsync();
        await portal.DamageAsync(sql);
        Assert.False(await IsWholeAsync(portal), what);

        // A new start goes on behind what is there, or not at all; either way it stays found.
        if (await Record.ExceptionAsync(() => portal.NotifyAsync()) is null)
        {
            Assert.False(await IsWholeAsync(portal), what);
        }
    }

    [Fact]
    public async Task All_of_it_written_anew_without_a_key_is_no_trail_of_an_earlier_release()
    {
        await using var portal = await WithActsAsync();
        await RewriteAsync(portal.DatabaseFile, dropEntry: 3);
        Assert.False(await IsWholeAsync(portal));
        await portal.DamageAsync("DELETE FROM TrailHeads");
        Assert.False(await IsWholeAsync(portal));
        await portal.DamageAsync("DELETE FROM Settings WHERE Key = 'Trail.Key'");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Startup.PrepareAsync(portal.Services));
        Assert.Contains("Khóa của nhật ký", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_release_wrote_stays_good_and_is_covered_from_then_on()
    {
        // As it was before there was a key: plain hashes, no head.
        await using var portal = await WithActsAsync();
        await RewriteAsync(portal.DatabaseFile, dropEntry: null);
        await portal.DamageAsync("DELETE FROM TrailHeads; DELETE FROM Settings WHERE Key = 'Trail.Key'");
        File.Delete(Anchors(portal));
        await Startup.PrepareAsync(portal.Services);
        Assert.True(await IsWholeAsync(portal));

        await using var next = await AgainAsync(portal);
        await next.NotifyAsync();
        Assert.True(await IsWholeAsync(next));
        Assert.True(await TrailReading.AssertWholeAsync(Path.GetDirectoryName(next.DatabaseFile)!) > Some);
        await next.DamageAsync("UPDATE AuditEntries SET PersonId = 'S99' WHERE Sequence = 2");
        Assert.False(await IsWholeAsync(next));
    }

    [Fact]
    public async Task A_line_of_the_day_shows_that_the_whole_file_was_put_back()
    {
        await using var portal = await WithActsAsync();
        var old = Path.Combine(Path.GetDirectoryName(portal.DatabaseFile)!, "old.db");
        await portal.DamageAsync($"VACUUM INTO '{old}'");
        await portal.NotifyAsync();
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.TickAsync();
        await portal.TickAsync();
        var audit = portal.Services.GetRequiredService<AuditQueries>();
        var lines = (await audit.AnchorsAsync(portal.Person(Administrator))).Value;
        Assert.Equal(2, lines.Count);
        Assert.Equal("Common.Forbidden", (await audit.AnchorsAsync(portal.Person(Trips.Member))).Refusal!.Code);
        Assert.True(await IsWholeAsync(portal));

        // Put back behind the portal's back: genuine in itself, but shorter than the line says.
        await ReplaceRowsAsync(portal.DatabaseFile, old);
        Assert.False(await IsWholeAsync(portal));

        // Without the file of lines only the one kept outside shows it.
        File.Delete(Anchors(portal));
        Assert.True(await IsWholeAsync(portal));
        Assert.NotNull((await audit.VerifyAsync(portal.Person(Administrator), $"  {lines[^1]} ")).Value.FirstBroken);
        foreach (var nonsense in new[] { "x", "2026-10-06T01:00:00Z 5", "2026-10-06T01:00:00Z -1 k1:00", $"{lines[^1]} more" })
        {
            Assert.Equal("Audit.NoAnchor", (await audit.VerifyAsync(portal.Person(Administrator), nonsense)).Refusal!.Code);
        }
    }

    [Fact]
    public void After_a_backup_was_put_back_earlier_lines_bind_only_as_far_as_it_goes()
    {
        static TrailAnchor Line(int hour, long sequence, bool restored = false) =>
            new(new DateTime(2026, 10, 5, hour, 0, 0, DateTimeKind.Utc), sequence, $"k1:{hour}", restored);

        TrailAnchor[] lines = [Line(1, 0), Line(2, 10), Line(3, 90), Line(4, 50, true), Line(5, 60)];
        Assert.Equal([10L, 50, 60], TrailAnchor.InForce(lines).Select(a => a.Sequence));
        Assert.All(lines, l => Assert.Equal(l, TrailAnchor.Parse(l.ToString())));
    }

    [Fact]
    public async Task A_backup_is_taken_only_as_it_was_signed()
    {
        await using var portal = await WithActsAsync();
        var backups = portal.Services.GetRequiredService<Backups>();
        var folder = Path.Combine(backups.Folder, (await backups.MakeAsync(portal.Person(Administrator))).Value.Name);
        var manifest = Path.Combine(folder, "manifest.json");
        Assert.True((await backups.VerifyAsync(folder)).IsSuccess);

        // Another time, also with all sums right.
        var honest = await File.ReadAllTextAsync(manifest);
        await File.WriteAllTextAsync(manifest, honest.Replace("\"at\": \"2026", "\"at\": \"2025", StringComparison.Ordinal));
        Assert.Equal(["manifest.json"], (await backups.VerifyAsync(folder)).Refusal!.Args);
        await File.WriteAllTextAsync(manifest, honest);

        // The trail shortened and chained anew as an earlier release would have, sums and manifest made to fit: what the key has
        // signed cannot be, and without the key it is no backup of this portal.
        var copy = Path.Combine(folder, "portal.db");
        await RewriteAsync(copy, dropEntry: 3);
        await FitAsync(manifest, copy, keepSignature: true);
        Assert.Equal("Backup.TrailBroken", (await backups.VerifyAsync(folder)).Refusal!.Code);
        await FitAsync(manifest, copy, keepSignature: false);
        Assert.Equal("Backup.TrailBroken", (await backups.VerifyAsync(folder)).Refusal!.Code);
        await SqlAsync(copy, "DELETE FROM Settings WHERE Key = 'Trail.Key'");
        await FitAsync(manifest, copy, keepSignature: false);
        Assert.Equal("Backup.Unsigned", (await backups.VerifyAsync(folder)).Refusal!.Code);

        // Whoever says that it is one of an earlier release gets it checked as that.
        portal.Services.GetRequiredService<IOptions<BackupOptions>>().Value.AllowUnsigned = true;
        Assert.True((await backups.VerifyAsync(folder)).IsSuccess);
        await SqlAsync(copy, "UPDATE AuditEntries SET PersonId = 'S99' WHERE Sequence = 2");
        await FitAsync(manifest, copy, keepSignature: false);
        Assert.Equal("Backup.TrailBroken", (await backups.VerifyAsync(folder)).Refusal!.Code);
    }

    [Fact]
    public void What_is_longer_than_its_place_is_cut()
    {
        var entry = new AuditEntry
        {
            At = default,
            PersonId = "S11",
            Act = "Case.Exported",
            Subject = new string('a', 7000),
            Details = new string('b', 7000),
            Reason = new string('c', AuditEntry.MaxText - 2) + "😀" + new string('c', 7000),
        };
        Assert.Equal((AuditEntry.MaxSubject, AuditEntry.MaxText), (entry.Subject.Length, entry.Details.Length));
        Assert.Equal(new string('c', AuditEntry.MaxText - 2) + "…", entry.Reason);
    }

    private static async Task<TestPortal> WithActsAsync()
    {
        var portal = await TestPortal.CreateAsync();
        for (var i = 0; i < Some; i++)
        {
            await portal.NotifyAsync();
        }

        Assert.True(await IsWholeAsync(portal));
        return portal;
    }

    private static async Task<bool> IsWholeAsync(TestPortal portal) =>
        await portal.Services.GetRequiredService<AuditQueries>().VerifyAsync(portal.Person(Administrator))
            is { IsSuccess: true, Value.FirstBroken: null };

    private static string Anchors(TestPortal portal) =>
        Path.Combine(portal.Services.GetRequiredService<IOptions<DataOptions>>().Value.KeyFolder, TrailAnchors.FileName);

    // The same folder under a new program.
    private static Task<TestPortal> AgainAsync(TestPortal portal) => TestPortal.OnCopyOfAsync(Path.GetDirectoryName(portal.DatabaseFile)!);

    // Chains all entries anew with plain hashes, as who knows the source can.
    private static async Task RewriteAsync(string file, int? dropEntry)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using (var drop = connection.CreateCommand())
        {
            drop.CommandText = $"DELETE FROM AuditEntries WHERE Sequence = {dropEntry ?? -1}";
            await drop.ExecuteNonQueryAsync();
        }

        foreach (var sql in TrailReading.ChainPlainly(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task ReplaceRowsAsync(string file, string from) => await SqlAsync(file, $"""
        ATTACH '{from}' AS old;
        DELETE FROM AuditEntries; INSERT INTO AuditEntries SELECT * FROM old.AuditEntries;
        DELETE FROM TrailHeads; INSERT INTO TrailHeads SELECT * FROM old.TrailHeads;
        """);

    private static async Task SqlAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    // Sums and the trail's end as the file now has them.
    private static async Task FitAsync(string manifest, string file, bool keepSignature)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sequence, Hash FROM AuditEntries ORDER BY Sequence DESC LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        var json = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(manifest))!;
        (json["auditEntries"], json["auditHash"]) = (reader.GetInt64(0), reader.GetString(1));
        json["database"]!["sha256"] = Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file)));
        if (!keepSignature)
        {
            json.Remove("signature");
        }

        await File.WriteAllTextAsync(manifest, json.ToJsonString());
    }
}
