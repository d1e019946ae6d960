using System.Text.RegularExpressions;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Workflows;

namespace Portal.Tests.Architecture;

/// <summary><c>docs/glossary.md</c> names types that there are.</summary>
public partial class GlossaryTests
{
    [Fact]
    public void Every_type_of_the_glossary_is_in_the_code()
    {
        var glossary =
            File.ReadAllText(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "docs", "glossary.md")));
        var types = new[] { typeof(Case).Assembly, typeof(ShippedProcesses).Assembly, typeof(PortalOperations).Assembly }
            .SelectMany(a => a.GetTypes()).Select(t => t.Name.Split('`')[0]).ToHashSet();
        var named = Name().Matches(glossary).Select(m => m.Groups[1].Value).ToList();
        Assert.True(named.Count > 40, $"{named.Count} names");
        Assert.Empty(named.Where(n => !types.Contains(n)));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+)(?:<[^`]*>)?`")]
    private static partial Regex Name();
}
