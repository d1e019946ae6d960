using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Whoever looks for a type finds it by the name of its file.</summary>
public partial class ReadableTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    [Fact]
    public void Each_file_holds_one_type_and_bears_its_name()
    {
        var wrong = from project in new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web" }
                    from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
                    where !Made().IsMatch(file.Replace('\\', '/'))
                    let names = Declaration().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).Distinct().ToList()
                    let expected = Path.GetFileName(file).Split('.')[0]
                    where names.Count > 0 && (names.Count > 1 || (names[0] != expected && $"{names[0]}OfT" != expected))
                    select $"{Path.GetRelativePath(Root, file)}: {string.Join(", ", names)}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex("/(obj|bin|Migrations)/")]
    private static partial Regex Made();

    [GeneratedRegex(
        @"^(public|internal) ((static|sealed|abstract|readonly|partial) )*"
        + @"(class|record struct|record|struct|enum|interface|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
