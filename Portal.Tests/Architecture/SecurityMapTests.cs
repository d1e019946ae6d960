using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Domain.Common;
using Portal.Web.Texts;
using Portal.Workflows.Engine;

namespace Portal.Tests.Architecture;

/// <summary><c>docs/security.md</c> says of each demand which test holds it, and the test is there.</summary>
public partial class SecurityMapTests
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    [Fact]
    public void Every_row_names_a_test_that_there_is()
    {
        var tests = typeof(SecurityMapTests).Assembly.GetTypes()
            .Where(t => t.IsClass && t.Name.EndsWith("Tests", StringComparison.Ordinal))
            .GroupBy(t => t.Name)
            .ToDictionary(t => t.Key, t => t.SelectMany(c => c.GetMethods()).Select(m => m.Name).ToHashSet());
        var rows = File.ReadAllLines(Path.Combine(_root, "docs", "security.md"))
            .Where(l => Row().IsMatch(l) && !l.Contains("n/a", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 60, $"{rows.Count} rows");
        Assert.Empty(rows.Where(r => !Test().IsMatch(r.Split('|')[^2])));
        var named = rows.SelectMany(r => Test().Matches(r)).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();
        Assert.Empty(named.Where(n =>
            !tests.TryGetValue(n.Class, out var methods) || (n.Method.Length > 0 && !methods.Contains(n.Method))));
    }

    [Fact]
    public void Patterns_are_written_in_the_code_and_none_is_made_from_what_people_send()
    {
        var uses = Sources().SelectMany(f => MadePattern().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"));
        Assert.Empty(uses);
        Assert.Contains(Sources(), f => f.Text.Contains("GeneratedRegex", StringComparison.Ordinal));
    }

    /// <summary>A pattern that does not end is given up, and a pause of the machine is no such pattern.</summary>
    [Fact]
    public void Every_pattern_is_given_up_after_ten_seconds_and_not_before()
    {
        var patterns = new[] { typeof(VietnamTime), typeof(CompiledDefinition), typeof(TextCatalogue) }
            .SelectMany(t => t.Assembly.GetTypes())
            .SelectMany(t => t.GetMembers(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                | BindingFlags.DeclaredOnly))
            .SelectMany(m => m.GetCustomAttributes<GeneratedRegexAttribute>().Select(a => (Member: m, a.MatchTimeoutMilliseconds)))
            .ToList();
        Assert.True(patterns.Count > 30);
        Assert.Empty(patterns.Where(p => p.MatchTimeoutMilliseconds != 10_000).Select(p => $"{p.Member.DeclaringType} {p.Member.Name}"));
    }

    [Fact]
    public void Nothing_but_mail_scanner_and_provider_is_called_and_each_by_a_setting()
    {
        var callers = Sources().Where(f => Caller().IsMatch(f.Text)).Select(f => Path.GetFileName(f.Path)).Order();
        Assert.Equal(["SmtpTransport.cs", "VirusScan.cs"], callers);
    }

    [Fact]
    public void No_secret_lies_in_the_settings_that_are_handed_out()
    {
        var settings = File.ReadAllText(Path.Combine(_root, "appsettings.json"));
        foreach (Match secret in Secret().Matches(settings))
        {
            Assert.True(secret.Groups[2].Value.Length == 0, $"{secret.Groups[1].Value} is filled");
        }
    }

    [Fact]
    public void What_nobody_may_guess_comes_from_the_systems_generator()
    {
        var guessable = Sources().Where(f => Guessable().IsMatch(f.Text)).Select(f => Path.GetFileName(f.Path)).Order();
        Assert.Equal(["DemoMeetings.cs", "DemoTrips.cs"], guessable);
    }

    private static IEnumerable<(string Path, string Text)> Sources() =>
        from project in new[] { "Portal.Web", "Portal.Domain", "Portal.Workflows" }
        from file in Directory.EnumerateFiles(Path.Combine(_root, project), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select (file, File.ReadAllText(file));

    [GeneratedRegex(@"^\| \d+\.\d+")]
    private static partial Regex Row();

    [GeneratedRegex(@"`([A-Za-z]+Tests)(?:\.([A-Za-z_0-9]+))?`")]
    private static partial Regex Test();

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count)\(")]
    private static partial Regex MadePattern();

    [GeneratedRegex(@"\b(?:HttpClient|WebClient|TcpClient|SmtpClient|new Socket)\b")]
    private static partial Regex Caller();

    [GeneratedRegex("\"([A-Za-z]*(?:Password|Secret|Token|Key))\"\\s*:\\s*\"([^\"]*)\"")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\bnew Random\(|\bRandom\.Shared\b|\bnew\(seed|Random _")]
    private static partial Regex Guessable();
}
