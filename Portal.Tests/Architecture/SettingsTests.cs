using Portal.Domain.Cases;

namespace Portal.Tests.Architecture;

/// <summary>A setting that nothing reads is no setting.</summary>
public class SettingsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    [Fact]
    public void Every_setting_is_read_somewhere()
    {
        var sources = new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, p), "*.*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".json"
                && Path.GetFileName(f) != "PortalSettings.cs"
                && !f.Contains("/obj/")
                && !f.Contains("/bin/")
                && !f.Contains("/Texts/"))
            .Select(File.ReadAllText).ToList();
        Assert.Empty(PortalSettings.Defaults.Keys.Where(k => !sources.Exists(s => s.Contains(k, StringComparison.Ordinal))));
        Assert.Empty(PortalSettings.Editable.Except(PortalSettings.Defaults.Keys));
    }

    /// <summary>The page of settings shows each under a heading: one that belongs to no group would take the whole page with it.</summary>
    [Fact]
    public void Every_setting_that_is_shown_has_its_place_and_its_words()
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var words = File.ReadAllText(Path.Combine(Root, "Portal.Web", "Texts", $"{language}.json"));
            foreach (var key in PortalSettings.Editable
                .SelectMany(k => new[] { $"setting.{k}", $"setting-group.{PortalSettings.GroupOf(k)}" }))
            {
                Assert.Contains($"\"{key}\":", words, StringComparison.Ordinal);
            }
        }
    }
}
