using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>
/// <c>docs/regulation.md</c> has a row for every clause of the Regulation: the folders of the code that name it, the rules that stand
/// beside it, the tests that name it or one of these rules, and by hand what it demands and what is not there yet. With
/// <c>PORTAL_RULES=1</c> the made columns are written anew.
/// </summary>
public partial class RegulationTableTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    private static readonly string Table = Path.Combine(Root, "docs", "regulation.md");

    [Fact]
    public void Every_clause_says_what_carries_it_out_and_what_is_missing()
    {
        var (code, tests) = (Lines("Portal.Domain", "Portal.Workflows", "Portal.Web").ToList(), Lines("Portal.Tests").ToList());
        var lines = File.ReadAllLines(Table);
        var written = lines.Select(l => Row().Match(l) is { Success: true } row ? Made(row, code, tests) : l).ToList();
        if (Environment.GetEnvironmentVariable("PORTAL_RULES") == "1")
        {
            File.WriteAllText(Table, string.Join('\n', written) + "\n");
        }

        var rows = written.Select(l => Row().Match(l)).Where(m => m.Success).ToList();
        Assert.Equal(Clauses(), rows.Select(r => r.Groups["clause"].Value));
        Assert.All(rows, r => Assert.True(r.Groups["says"].Value.Length > 10, $"{r.Groups["clause"].Value} is not explained"));
        Assert.All(rows, r => Assert.True(
            r.Groups["code"].Length > 0 || r.Groups["missing"].Length > 0,
            $"{r.Groups["clause"].Value}: nothing carries it out, and nothing is said to be missing"));
        Assert.Equal(string.Join('\n', written), string.Join('\n', File.ReadAllLines(Table)));
    }

    private static string Made(Match row, List<Line> code, List<Line> tests)
    {
        var clause = row.Groups["clause"].Value;
        var named = code.FindAll(l => l.Clauses.Contains(clause));
        var rules = named.SelectMany(l => l.Rules).Distinct().Order(StringComparer.Ordinal).ToList();
        var tested = tests.FindAll(l => l.Clauses.Contains(clause) || l.Rules.Any(rules.Contains));
        return $"| {clause} | {row.Groups["says"].Value} | {List(named.Select(l => l.Folder))} | {string.Join(", ", rules)} | "
            + $"{List(tested.Select(l => l.File))} | {row.Groups["missing"].Value} |";
    }

    private static string List(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct().Order(StringComparer.Ordinal).Select(n => $"`{n}`"));

    private static List<string> Clauses()
    {
        var regulation = Path.Combine(Root, "Portal.Web", "Persistence", "Seed", "regulation.json");
        return [.. JsonNode.Parse(File.ReadAllText(regulation))!["clauses"]!.AsArray().Select(c => (string)c!["code"]!)];
    }

    private static IEnumerable<Line> Lines(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where Source().IsMatch(path) && !Excluded().IsMatch(path)
        from text in File.ReadAllLines(file)
        let clauses = Clause().Matches(text).Select(m => m.Value).ToHashSet()
        let rules = Rule().Matches(text).Select(m => m.Value).ToHashSet()
        where clauses.Count + rules.Count > 0
        select new Line(FolderOf(path), Path.GetFileNameWithoutExtension(path), clauses, rules);

    // The module or floor: the folder below the project, of processes the one below them.
    private static string FolderOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 3 && parts[1] is "Processes" or "Operations" or "Features" ? parts[2] : parts[Math.Min(1, parts.Length - 2)];
    }

    private sealed record Line(string Folder, string File, HashSet<string> Clauses, HashSet<string> Rules);

    [GeneratedRegex(@"\.(cs|razor|json)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"/(obj|bin|Migrations|Texts|Demo)/|regulation\.json|texts\.(vi|en)\.json|RegulationTableTests")]
    private static partial Regex Excluded();

    [GeneratedRegex(@"Đ\d+(?:\.[AB])?(?:\.\d+)?(?:-\d+)?")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(?:R-[A-Z]+-[0-9]+|E-[TMR][0-9]+|RP-[0-9]+|S-[0-9]{2})\b")]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"^\| (?<clause>Đ\S+) \| (?<says>.*?) \| (?<code>.*?) ?\| (?<rules>.*?) ?\| (?<tests>.*?) ?\| ?(?<missing>.*?) ?\|$")]
    private static partial Regex Row();
}
