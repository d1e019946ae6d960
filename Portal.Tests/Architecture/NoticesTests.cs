using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Portal.Tests.Architecture;

/// <summary>
/// <c>THIRD-PARTY-NOTICES.md</c> goes out with the program: what it brings along of others, and their licences. <c>PORTAL_NOTICES=1</c>
/// writes it anew after a package has changed.
/// </summary>
public class NoticesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    /// <summary>Licences that oblige nobody who only uses the program; another one is looked at first.</summary>
    private static readonly string[] Known = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL", "OFL-1.1"];

    [Fact]
    public async Task The_notices_name_every_package_that_goes_out_with_its_licence()
    {
        var packages = Packages().OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.NotEmpty(packages);
        Assert.Empty(packages.Where(p => p.Licence.Split(" OR ").All(l => !Known.Contains(l))).Select(p => $"{p.Name}: {p.Licence}"));
        var expected = Written(packages);
        var file = Path.Combine(Root, "THIRD-PARTY-NOTICES.md");
        if (Environment.GetEnvironmentVariable("PORTAL_NOTICES") == "1")
        {
            await File.WriteAllTextAsync(file, expected);
        }

        Assert.Equal(expected, await File.ReadAllTextAsync(file));
    }

    private static string Written(List<Package> packages)
    {
        var text = new StringBuilder(
            "# Third-party notices\n\nThe portal brings these packages along, each under its own licence; the texts lie beside it in "
            + "`licences`. The font Be Vietnam Pro is under the SIL Open Font License 1.1 (`wwwroot/fonts/LICENSE.txt`).\n\n");
        text.Append("| Package | Version | Licence | Copyright |\n|---|---|---|---|\n");
        foreach (var package in packages)
        {
            text.Append($"| {package.Name} | {package.Version} | {package.Licence} | {package.Copyright} |\n");
        }

        return text.ToString();
    }

    // What stands in the output of the program: packages with assemblies or native code that are copied there.
    private static IEnumerable<Package> Packages()
    {
        var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "Portal.Web", "obj", "project.assets.json")))!;
        var folders = ((JsonObject)assets["packageFolders"]!).Select(f => f.Key).ToList();
        foreach (var (id, library) in (JsonObject)assets["targets"]!["net10.0"]!)
        {
            var isShipped = new[] { "runtime", "runtimeTargets" }
                .Any(k => library![k] is JsonObject files && files.Any(f => !f.Key.EndsWith("_._", StringComparison.Ordinal)));
            if ((string?)library!["type"] == "package" && isShipped)
            {
                var path = (string)assets["libraries"]![id]!["path"]!;
                yield return Read(folders.Select(f => Path.Combine(f, path)).First(Directory.Exists), id.Split('/'));
            }
        }
    }

    private static Package Read(string folder, string[] id)
    {
        var nuspec = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        string? Value(string name) => nuspec.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
        var licence = nuspec.Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
        var texts = Directory.EnumerateFiles(folder)
            .Where(f => Path.GetFileName(f).StartsWith("LICEN", StringComparison.OrdinalIgnoreCase)
                || Path.GetFileName(f).Contains("NOTICE", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f).ReplaceLineEndings("\n").Trim())
            .ToList();
        var name = licence?.Attribute("type")?.Value == "expression" ? licence.Value : Guessed(texts, Value("licenseUrl") ?? "");
        var copyright = (Value("copyright") is { Length: > 0 } said ? said : Value("authors") ?? "")
            .ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal);
        return new Package(id[0], id[1], name, copyright);
    }

    // Older packages bring the text, or lead to it, and do not name it.
    private static string Guessed(List<string> texts, string address)
    {
        var all = string.Join('\n', texts);
        return all switch
        {
            _ when all.Contains("Apache License", StringComparison.Ordinal)
                || address.Contains("apache", StringComparison.OrdinalIgnoreCase) => "Apache-2.0",
            _ when all.Contains("Permission is hereby granted, free of charge", StringComparison.Ordinal)
                || address.Contains("MIT", StringComparison.Ordinal) => "MIT",
            _ when all.Contains("Redistribution and use in source and binary forms", StringComparison.Ordinal) => "BSD-3-Clause",
            _ => $"unknown {address}",
        };
    }

    private sealed record Package(string Name, string Version, string Licence, string Copyright);
}
