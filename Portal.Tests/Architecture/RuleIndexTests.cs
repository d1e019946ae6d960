using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>
/// <c>docs/rules.md</c> explains every rule that the code names, and says where it stands. With <c>PORTAL_RULES=1</c> the places are
/// written anew.
/// </summary>
public partial class RuleIndexTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    private static readonly string Index = Path.Combine(Root, "docs", "rules.md");

    [Fact]
    public void Every_rule_that_the_code_names_is_explained_and_its_places_are_right()
    {
        var places = Places();
        var lines = File.ReadAllLines(Index);
        var written = lines.Select(l => Row().Match(l) is { Success: true } row && places.Contains(row.Groups[1].Value)
            ? $"| {row.Groups[1].Value} | {row.Groups[2].Value} | {string.Join(", ", places[row.Groups[1].Value])} |" : l).ToList();
        if (Environment.GetEnvironmentVariable("PORTAL_RULES") == "1")
        {
            File.WriteAllText(Index, string.Join('\n', written) + "\n");
        }

        var rows = written.Select(l => Row().Match(l)).Where(m => m.Success).ToList();
        Assert.Equal(string.Join('\n', places.Select(p => p.Key).Order(StringComparer.Ordinal)),
            string.Join('\n', rows.Select(r => r.Groups[1].Value)));
        Assert.All(rows, r => Assert.True(r.Groups[2].Value.Length > 10, $"{r.Groups[1].Value} is not explained"));
        Assert.Equal(string.Join('\n', written), string.Join('\n', File.ReadAllLines(Index)));
    }

    // Files of the portal by name; tests only for what stands in no other file.
    private static ILookup<string, string> Places()
    {
        var named = (from project in new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web", "Portal.Tests" }
                     from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
                     let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
                     where Source().IsMatch(path) && !Made().IsMatch(path)
                     from id in Id().Matches(File.ReadAllText(file)).Select(m => m.Value).Distinct()
                     select (Id: id, Name: Path.GetFileName(file), IsTest: project == "Portal.Tests")).ToLookup(n => n.Id);
        return named
            .SelectMany(n => (n.Any(x => !x.IsTest) ? n.Where(x => !x.IsTest) : n)
                .Select(x => (n.Key, Name: $"`{x.Name}`"))
                .Distinct()
                .OrderBy(x => x.Name, StringComparer.Ordinal))
            .ToLookup(x => x.Key, x => x.Name);
    }

    [GeneratedRegex(@"\.(cs|razor|json)$")]
    private static partial Regex Source();

    [GeneratedRegex("/(obj|bin|Migrations)/|RuleIndexTests")]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(?:R-[A-Z]+-[0-9]+|E-[TMR][0-9]+|X-[0-9]+|RP-[0-9]+|S-[0-9]{2}|A-[0-9]{2})\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| ([A-Z]+(?:-[A-Z]+)?-[A-Z]?[0-9]+) \| (.+?) \| ?(.*?) ?\|$")]
    private static partial Regex Row();
}
