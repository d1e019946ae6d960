using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>What stands on every page has its ids for itself: a heading of the same id would be hidden with it, or take its look.</summary>
public partial class IdTests
{
    private static readonly string Web = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web"));

    [Fact]
    public void An_id_of_the_frame_of_all_pages_is_used_nowhere_else()
    {
        var ids = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Id().Matches(File.ReadAllText(f)).Select(m => (Id: m.Groups[1].Value, File: Path.GetRelativePath(Web, f))))
            .Distinct()
            .ToLookup(i => i.Id, i => i.File);
        var frame = ids.Where(i => i.Any(f => f == "App.razor" || f.Contains("Layout", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(frame);
        Assert.Empty(frame
            .Where(i => i.Any(f => f != "App.razor" && !f.Contains("Layout", StringComparison.Ordinal)))
            .Select(i => $"{i.Key}: {string.Join(", ", i)}"));
    }

    [GeneratedRegex("\\bid=\"([a-z][a-z0-9-]*)\"")]
    private static partial Regex Id();
}
