using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.Architecture;

/// <summary>What makes the code readable, as far as a program can tell. How long a method may be, an analyzer says (MA0051).</summary>
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

    [Fact]
    public void A_line_has_at_most_140_columns() =>
        Assert.Empty(
            from project in Projects
            from file in Sources(project, "*.cs").Concat(Sources(project, "*.razor"))
            from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
            where line.Text.Length > 140
            select $"{Path.GetRelativePath(Root, file)}:{line.Number}");

    [Fact]
    public void A_choice_stands_in_no_other_choice() =>
        Assert.Empty(
            from project in Projects
            from file in Sources(project, "*.cs")
            from choice in Tree(file).DescendantNodes().OfType<ConditionalExpressionSyntax>()
            where choice.Ancestors().SkipWhile(a => a is ParenthesizedExpressionSyntax).First() is ConditionalExpressionSyntax
            select Place(file, choice));

    /// <summary>Rule 7, and X-04: what a person does and the store refuses to record is refused; no answer of the store goes
    /// unread.</summary>
    [Fact]
    public void Nobodys_act_is_recorded_without_looking_whether_it_was() =>
        Assert.Empty(
            from file in Sources("Portal.Web", "*.cs")
            from statement in Tree(file).DescendantNodes().OfType<ExpressionStatementSyntax>()
            let call = (statement.Expression as AwaitExpressionSyntax)?.Expression as InvocationExpressionSyntax
            where call?.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "RunAsync" or "RecordAsync" } member
                && member.Expression.ToString().EndsWith("perations", StringComparison.Ordinal)
                    | member.Expression.ToString().EndsWith("ccounts", StringComparison.Ordinal)
                && !call.ArgumentList.Arguments[0].ToString().EndsWith("Actor.System", StringComparison.Ordinal)
            select Place(file, statement));

    /// <summary>Rule 14: past this a component is split by what people see.</summary>
    [Fact]
    public void A_component_stays_below_its_ceiling()
    {
        var tooLong =
            from file in Sources("Portal.Web", "*.razor")
            let text = File.ReadAllText(file)
            let code = text.IndexOf("\n@code", StringComparison.Ordinal) is >= 0 and var at ? at : text.Length
            let lines = (Markup: text[..code].Count(c => c == '\n'), Code: text[code..].Count(c => c == '\n'))
            where lines.Markup > 150 || lines.Code > 45
            select $"{Path.GetRelativePath(Root, file)}: {lines}";
        var codeBehind =
            from file in Sources("Portal.Web", "*.razor*.cs")
            let lines = File.ReadLines(file).Count()
            where lines > 200
            select $"{Path.GetRelativePath(Root, file)}: {lines}";
        Assert.Empty(tooLong.Concat(codeBehind));
    }

    /// <summary>Sentences come from the texts, so that they are told in the reader's language.</summary>
    [Fact]
    public void No_Vietnamese_sentence_stands_in_the_code()
    {
        // What the invented people of the demo wrote; and words of definitions and forms, which stay in Vietnamese as those in the JSON do.
        string[] content = ["/Demo/", "/Persistence/Seed/", "/OwnTemplates.cs", "/ReviewPrefill.cs", "/RatingScale.cs"];
        Assert.Empty(
            from project in Projects.Take(3)
            from file in Sources(project, "*.cs")
            where !content.Any(c => file.Replace('\\', '/').Contains(c, StringComparison.Ordinal))
            from token in Tree(file).DescendantTokens()
            where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            where token.ValueText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 5
                && Vietnamese().IsMatch(token.ValueText)
            select $"{Place(file, token.Parent!)}: {token.ValueText}");
    }

    /// <summary>A "no" has a name, a kind and one place, where its clause stands.</summary>
    [Fact]
    public void A_refusal_is_made_only_where_refusals_are_named() =>
        Assert.Empty(
            from project in Projects.Take(3)
            from file in Sources(project, "*.cs")
            where !file.EndsWith("Refusals.cs", StringComparison.Ordinal) && Path.GetFileName(file) != "Refusal.cs"
            from made in Tree(file).DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            where made.Type.ToString() == "Refusal" && made.ArgumentList?.Arguments[0].Expression is LiteralExpressionSyntax
            select $"{Place(file, made)}: {made}");

    private static readonly string[] Projects = ["Portal.Domain", "Portal.Workflows", "Portal.Web", "Portal.Tests", "Portal.Benchmarks"];

    private static IEnumerable<string> Sources(string project, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), pattern, SearchOption.AllDirectories)
            .Where(f => !Made().IsMatch(f.Replace('\\', '/')));

    private static SyntaxNode Tree(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();

    private static string Place(string file, SyntaxNode node) =>
        $"{Path.GetRelativePath(Root, file)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    [GeneratedRegex("[ăâđêôơư\u1ea0-\u1ef9]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();

    [GeneratedRegex("/(obj|bin|Migrations)/")]
    private static partial Regex Made();

    [GeneratedRegex(
        @"^(public|internal) ((static|sealed|abstract|readonly|partial) )*"
        + @"(class|record struct|record|struct|enum|interface|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
