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
}
