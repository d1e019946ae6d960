using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Portal.Domain.Common;

namespace Portal.Web.Texts;

/// <summary>
/// All texts of a language: those of the shared pages (<c>Texts/vi.json</c>, <c>Texts/en.json</c>) and those of each module
/// (<c>texts.vi.json</c>, <c>texts.en.json</c> in its folder). Each is one flat list of keys; none stands in two of them.
/// </summary>
public sealed class TextCatalogue
{
    public FrozenDictionary<string, string> Vietnamese { get; } = Read("vi.json");

    public FrozenDictionary<string, string> English { get; } = Read("en.json");

    /// <summary>Words of official documents (<c>documents.json</c>), which are in Vietnamese whatever the reader's language.</summary>
    public FrozenDictionary<string, string> Documents { get; } = Read("documents.json");

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Document(string key, params object?[] args) => string.Format(CultureInfo.InvariantCulture, Documents[key], args);

    /// <summary>As it is searched for, and told where nobody has chosen a language.</summary>
    public string InVietnamese(LocalText text) => text.In(Vietnamese);

    /// <exception cref="ArgumentException">A key stands in two files.</exception>
    private static FrozenDictionary<string, string> Read(string ending)
    {
        var assembly = typeof(TextCatalogue).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("texts/", StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal))
            .SelectMany(n => ReadFile(assembly, n))
            .ToDictionary(t => t.Key, t => t.Value).ToFrozenDictionary();
    }

    private static Dictionary<string, string> ReadFile(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
