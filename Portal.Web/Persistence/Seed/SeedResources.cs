using System.Text.Json;

namespace Portal.Web.Persistence.Seed;

/// <summary>The data files of this folder.</summary>
internal static class SeedResources
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name)
    {
        using var stream = typeof(SeedResources).Assembly.GetManifestResourceStream($"seed/{name}.json")
            ?? throw new InvalidOperationException($"Seed file {name} is missing.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
