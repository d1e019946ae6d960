using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Portal.Tests.TestKit;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Setup;

namespace Portal.Tests.Faults;

/// <summary>
/// A database that the first release made, with its organisation, a trip on its way and one that waits (<c>Data/first-release.db.gz</c>):
/// every later program takes it over, and its work goes on.
/// </summary>
public class MigrationTests
{
    public static TheoryData<string> Migrations => [.. Known()];

    [Fact]
    public async Task Work_begun_in_the_first_release_goes_on_in_this_one()
    {
        var portal = await PortalProcess.OnAsync(Unpack());
        try
        {
            Assert.Contains(Startup.BeforeUpdate, portal.Output, StringComparison.Ordinal);
            Assert.Equal(["20261124115507_Initial"],
                Rows(Path.Combine(portal.Folder, Startup.BeforeUpdate), "SELECT MigrationId FROM __EFMigrationsHistory"));

            var (member, leader, lead) =
                (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"), await portal.ApiAsync("quy.pc"));
            var cases = (JsonArray)(await member.GetFromJsonAsync<JsonObject>("cases?process=field-trip"))!["items"]!;
            Assert.Equal(["CT-2026/0001", "CT-2026/0002"], cases.Select(c => (string)c!["number"]!).Order(StringComparer.Ordinal));
            var first = (
                await member.GetFromJsonAsync<JsonObject>(
                    $"cases/{(string)cases.Single(c => (string?)c!["number"] == "CT-2026/0001")!["id"]!}"))!;
            Assert.Equal("Chú ý chi bộ ghép sau sắp xếp", (string?)first["decisions"]![0]!["opinion"]);

            // What waited there is answered here, by the definition it began with; and a new case gets the next number.
            var waiting = ((JsonArray)(await leader.GetFromJsonAsync<JsonObject>("tasks"))!["items"]!)
                .Single(t => (string?)t!["caseNumber"] == "CT-2026/0002")!;
            var answer = await leader.PostAsJsonAsync($"tasks/{waiting["id"]}/complete",
                new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } });
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            var contact = ((JsonArray)(await lead.GetFromJsonAsync<JsonObject>("tasks"))!["items"]!)
                .Where(t => (string?)t!["step"] == "contact")
                .Select(t => (string)t!["caseNumber"]!);
            Assert.Equal(["CT-2026/0001", "CT-2026/0002"], contact.Order(StringComparer.Ordinal));
            var found = (await member.GetFromJsonAsync<JsonObject>("cases?process=field-trip&search=bau noi"))!["items"]!;
            Assert.Equal(2, ((JsonArray)found).Count);
            await portal.StopAsync();
        }
        finally
        {
            await portal.KillAsync();
        }

        await using (var db = Open(Path.Combine(portal.Folder, "portal.db")))
        {
            // What lay there unsealed is sealed now.
            var contents = Rows(Path.Combine(portal.Folder, "portal.db"), """
                SELECT Json FROM Submissions
                UNION ALL SELECT Opinion FROM Decisions WHERE Opinion <> ''
                UNION ALL SELECT Notice FROM FieldTrips
                """);
            Assert.All(contents, text => Assert.True(ContentCipher.IsSealed(text), text));
            Assert.Equal(-1,
                (await File.ReadAllBytesAsync(Path.Combine(portal.Folder, "portal.db")))
                    .AsSpan()
                    .IndexOf("Chú ý chi bộ ghép sau sắp xếp"u8));
            Assert.True(await TrailReading.AssertWholeAsync(portal.Folder) > 7);
        }

        // The second start has nothing to bring forward and keeps nothing anew.
        await portal.StartAsync();
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(portal.Output, "Nâng cấp cơ sở dữ liệu"));
        await portal.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Migrations))]
    public async Task From_each_released_schema_the_data_come_to_this_one_and_the_schema_is_that_of_a_new_file(string migration)
    {
        var folder = Unpack();
        var fresh = Path.Combine(folder, "fresh.db");
        await using (var db = Open(Path.Combine(folder, "portal.db")))
        {
            await db.GetService<IMigrator>().MigrateAsync(migration);
            Assert.Equal(Known().TakeWhile(m => m != migration).Append(migration), await db.Database.GetAppliedMigrationsAsync());
            await db.Database.MigrateAsync();
            Assert.Equal((2, 49, 6), (await db.Cases.CountAsync(), await db.Staff.CountAsync(), await db.UserTasks.CountAsync()));
        }

        await using (var db = Open(fresh))
        {
            await db.Database.MigrateAsync();
        }

        const string Schema =
            "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE '__EF%' ORDER BY 1";
        Assert.Equal(Rows(fresh, Schema), Rows(Path.Combine(folder, "portal.db"), Schema));
        Assert.Empty(Rows(Path.Combine(folder, "portal.db"), "PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], Rows(Path.Combine(folder, "portal.db"), "PRAGMA integrity_check"));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_migration_that_rebuilds_a_table_carries_the_model_that_it_reads_the_table_from()
    {
        using var db = Open(Path.Combine(Path.GetTempPath(), "unread.db"));
        var known = db.GetService<IMigrationsAssembly>();
        var migrations = known.Migrations.Select(m => (m.Key, Made: known.CreateMigration(m.Value, db.Database.ProviderName!))).ToList();
        var rebuilding = migrations.Where(m => m.Made.UpOperations.Any(Rebuilds)).ToList();
        Assert.NotEmpty(rebuilding);
        Assert.All(rebuilding, m => Assert.True(m.Made.TargetModel.GetEntityTypes().Any(), m.Key));

        // For taking the newest back, before it is published.
        Assert.All(migrations[^2..], m => Assert.True(m.Made.TargetModel.GetEntityTypes().Any(), m.Key));
    }

    private static bool Rebuilds(MigrationOperation operation) => operation is AlterColumnOperation or DropColumnOperation
        or RenameColumnOperation or RenameTableOperation or RenameIndexOperation or AddForeignKeyOperation or DropForeignKeyOperation
        or AddPrimaryKeyOperation or DropPrimaryKeyOperation or AddUniqueConstraintOperation or DropUniqueConstraintOperation
        or AddCheckConstraintOperation or DropCheckConstraintOperation or InsertDataOperation or UpdateDataOperation
        or DeleteDataOperation or AlterTableOperation;

    [Fact]
    public async Task The_words_of_restricted_items_that_an_earlier_release_indexed_are_gone_afterwards()
    {
        var folder = Unpack();
        var file = Path.Combine(folder, "portal.db");
        await using (var db = Open(file))
        {
            await db.GetService<IMigrator>().MigrateAsync("SealedFilesAndUsedCodes");
            foreach (var (index, sensitivity, word) in new[] { (1, "Restricted", "batdongsan"), (2, "Normal", "hochanh") })
            {
                Execute(file, $"""
                    INSERT INTO ReportItems(Id, SourceCaseId, SourceIndex, AreaId, GroupId, Kind, Domain, Content,
                      Level, ProposedHandling, AskedOf, Direction, State, Sensitivity, AuthorId, CreatedAt, SearchText)
                    VALUES ('{Guid.NewGuid()}', '{Guid.NewGuid()}', {index}, 'A017', 'N03', 'Difficulty', 'CivilServants', '',
                      'Normal', '', '', '', 'New', '{sensitivity}', 'S31', '2026-11-20 01:00:00', '{word}')
                    """);
            }

            await db.Database.MigrateAsync();
        }

        Assert.Equal(["hochanh"], Rows(file, """
            SELECT e.Text FROM SearchIndex s JOIN SearchEntries e ON e.Seq = s.rowid
            WHERE s.SearchIndex MATCH 'batdongsan OR hochanh'
            """));
        Assert.Empty(Rows(file, """
            SELECT Id FROM ReportItems WHERE SearchText LIKE '%batdongsan%'
            UNION ALL SELECT Text FROM SearchEntries WHERE Text LIKE '%batdongsan%'
            """));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Unpack()
    {
        var folder = Directory.CreateTempSubdirectory("portal-first-").FullName;
        using var packed =
            new GZipStream(typeof(MigrationTests).Assembly.GetManifestResourceStream("first-release.db.gz")!, CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(folder, "portal.db"));
        packed.CopyTo(file);
        return folder;
    }

    private static List<string> Known()
    {
        using var db = Open("none.db");
        return [.. db.Database.GetMigrations()];
    }

    private static PortalDbContext Open(string path)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalSqlite(path, new ContentCipher(new EphemeralDataProtectionProvider()));
        return new PortalDbContext(options.Options, null);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
