using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.TestKit;

/// <summary>
/// Reads the trail of a data folder by what docs/operations.md says of it, with none of the portal's own code: SQL, the keys beside it and
/// HMAC-SHA-256.
/// </summary>
public static class TrailReading
{
    private const string Columns =
        "Sequence, At, PersonId, ActingForId, Act, CaseId, Subject, Details, Reason, Address, PreviousHash, Hash";

    /// <returns>How many entries there are; all of them are whole, and the head names the last.</returns>
    public static async Task<long> AssertWholeAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var sealedKey = (await RowsAsync(connection, "SELECT Value FROM Settings WHERE Key = 'Trail.Key'")).Single()[0]!;
        var key = Convert.FromBase64String(DataProtectionProvider
            .Create(new DirectoryInfo(Path.Combine(folder, "keys")), b => b.SetApplicationName("Portal"))
            .CreateProtector("Portal.Trail.v1")
            .Unprotect(sealedKey));
        var (number, last) = (0L, "");
        foreach (var row in await RowsAsync(connection, $"SELECT {Columns} FROM AuditEntries ORDER BY Sequence"))
        {
            var content = Content(row);
            var expected = row[11]!.StartsWith("k1:", StringComparison.Ordinal)
                ? Signed(key, $"entry\u001f{content}")
                : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Equal(
                ((++number).ToString(CultureInfo.InvariantCulture), last, expected), (row[0]!, row[10]!, row[11]!));
            last = row[11]!;
        }

        var head = (await RowsAsync(connection, "SELECT Sequence, Hash, Signature FROM TrailHeads")).Single();
        Assert.Equal((number.ToString(CultureInfo.InvariantCulture), last), (head[0]!, head[1]!));
        Assert.Equal(Signed(key, $"head\u001f{number}\u001f{last}"), head[2]);
        return number;
    }

    /// <summary>The statements that number all entries anew and chain them by plain hashes, as earlier releases did.</summary>
    public static IReadOnlyList<string> ChainPlainly(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM AuditEntries ORDER BY Sequence";
        using var reader = command.ExecuteReader();
        var (made, number, last) = (new List<string>(), 0L, "");
        while (reader.Read())
        {
            var row = Row(reader);
            var before = row[0];
            (row[0], row[10]) = ((++number).ToString(CultureInfo.InvariantCulture), last);
            last = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Content(row))));
            made.Add($"UPDATE AuditEntries SET Sequence = {number}, PreviousHash = '{row[10]}', Hash = '{last}' WHERE Sequence = {before}");
        }

        return made;
    }

    private static string Content(string?[] row)
    {
        var at = DateTime.SpecifyKind(DateTime.Parse(row[1]!, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        return string.Join('\u001f', (string?[])
            [row[0], at.ToString("O", CultureInfo.InvariantCulture), .. row[2..5], Plain(row[5]), .. row[6..11]]);
    }

    private static string? Plain(string? id) => id?.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Signed(byte[] key, string text) =>
        $"k1:{Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";

    private static async Task<List<string?[]>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private static string?[] Row(SqliteDataReader reader) =>
    [
        .. Enumerable.Range(0, reader.FieldCount)
            .Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)),
    ];
}
