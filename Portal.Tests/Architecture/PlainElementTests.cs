using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>What people type, choose and read in columns is a component of ours, so that it looks and works the same everywhere
/// (decisions 0015 and 0016).</summary>
public partial class PlainElementTests
{
    private static readonly string Web =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web"));

    /// <summary>Where plain elements may stand, and how many at most. Nothing is added here.</summary>
    private static readonly Dictionary<string, int> Allowed = new(StringComparer.Ordinal)
    {
        // The components themselves; pages that are sent without a circuit; a search and a purpose that are sent as a page; rows of
        // the inbox, which hundreds have open; a text too large for a field.
        ["Shared/Fields/"] = 2,
        ["Features/Account/"] = 14,
        ["Shared/Layout/MainLayout.razor"] = 1,
        ["Features/Inbox/"] = 9,
        ["Features/Design/CodePage.razor"] = 1,
        ["Processes/Reviews/DossierPage.razor"] = 1,
    };

    [Fact]
    public void Plain_elements_stand_only_where_they_are_meant_to()
    {
        var found = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Select(f => (File: Path.GetRelativePath(Web, f).Replace('\\', '/'), Count: Element().Count(File.ReadAllText(f))))
            .Where(f => f.Count > 0)
            .ToList();
        Assert.Empty(found.Where(f => !Allowed.Keys.Any(a => f.File.StartsWith(a, StringComparison.Ordinal))));
        foreach (var (place, most) in Allowed)
        {
            Assert.InRange(found.Where(f => f.File.StartsWith(place, StringComparison.Ordinal)).Sum(f => f.Count), 1, most);
        }
    }

    /// <summary>On a phone filters of a list are folded, whatever the list.</summary>
    [Fact]
    public void Filters_of_a_list_stand_in_one_component()
    {
        // A search alone, settings, two versions that are compared: no list is narrowed. The inbox folds its own.
        string[] others = ["Areas/AreaListPage", "Design/ComparePage", "Design/DryRunPage", "Settings/SettingsPage", "Inbox/InboxPage"];
        var plain = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("class=\"filters", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Web, f).Replace('\\', '/'));
        Assert.Empty(plain.Where(f => !others.Any(o => f.EndsWith($"{o}.razor", StringComparison.Ordinal))));
    }

    /// <summary>Whoever draws fields in a loop of their own does not hear that an answer shows another one.</summary>
    [Fact]
    public void Fields_of_a_form_are_drawn_in_one_place()
    {
        var found = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("<FieldEditor ", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Web, f).Replace('\\', '/'))
            .ToList();
        Assert.Contains("Shared/Forms/FormFields.razor", found);
        Assert.All(found, f => Assert.StartsWith("Shared/Forms/", f, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"<(input|select|textarea|table)\b")]
    private static partial Regex Element();
}
