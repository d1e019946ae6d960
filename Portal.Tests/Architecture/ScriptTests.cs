using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>The one script of all pages and what the screens call of it.</summary>
public partial class ScriptTests
{
    private static readonly string Web =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web"));

    private static readonly string[] Members =
        [.. Member().Matches(File.ReadAllText(Path.Combine(Web, "wwwroot", "portal.js"))
            .Split("window.portal = {")[1]).Select(m => m.Groups["name"].Value)];

    /// <summary>A second one of a name silently takes the place of the first.</summary>
    [Fact]
    public void No_name_is_given_twice() => Assert.Equal(Members.Distinct(), Members);

    [Fact]
    public void What_screens_call_is_there_and_what_is_there_is_called()
    {
        var called = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(Web, f).StartsWith("obj", StringComparison.Ordinal))
            .SelectMany(f => Call().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value))
            .ToHashSet();
        Assert.Equal(called.Order(), Members.Where(m => m != "stop").Order());
    }

    [Fact]
    public void No_part_of_a_screen_drops_what_goes_wrong_in_it()
    {
        var dropped = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Web, f).StartsWith("obj", StringComparison.Ordinal) && IsOfAScreen(f))
            .SelectMany(f => File.ReadLines(f).Where(l => Dropped().IsMatch(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));
        Assert.Empty(dropped);
    }

    // FormWizard.razor, FormWizard.razor.cs, FormWizard.Keeping.cs.
    private static bool IsOfAScreen(string file) =>
        file.EndsWith(".razor", StringComparison.Ordinal)
        || (file.EndsWith(".cs", StringComparison.Ordinal)
            && File.Exists(Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file).Split('.')[0]}.razor")));

    [GeneratedRegex(@"^  (?<name>[a-z]\w*)\(.*\) \{", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();

    [GeneratedRegex("Async(<[^(]*>)?\\(\\s*\"portal\\.(?<name>[a-zA-Z]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    // Drawing anew is the renderer's own affair: it says what goes wrong.
    [GeneratedRegex(@"_ = (?!InvokeAsync\(StateHasChanged\))\w+(\.\w+)*\(.*\)")]
    private static partial Regex Dropped();
}
