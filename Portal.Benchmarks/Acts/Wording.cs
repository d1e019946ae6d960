using System.Reflection;
using System.Text.Json;

namespace Portal.Benchmarks.Acts;

/// <summary>The labels that are looked for on the screens and the texts that are typed: Vietnamese, all in <c>texts.json</c>.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, string> All = Read();

    public static string Of(string key) => All[key];

    private static Dictionary<string, string> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("acts-texts.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
