using System.Text.Json.Nodes;
using Portal.Workflows;

namespace Portal.Tests.TestKit;

/// <summary>Puts a damaged version of the trip into use, as an unlucky editor would.</summary>
internal static class DamagedTrip
{
    public static Task MakeAsync(TestPortal portal, Action<JsonObject> damage) => MakeAsync(portal, json =>
    {
        var definition = JsonNode.Parse(json)!;
        damage(Find(definition)!);
        return definition.ToJsonString();

        static JsonObject? Find(JsonNode? node) => node switch
        {
            JsonObject o when (string?)o["type"] == "Portal.UserTask" && (string?)o["id"] == "review" => o,
            JsonObject o => o.Select(p => Find(p.Value)).FirstOrDefault(f => f is not null),
            JsonArray a => a.Select(Find).FirstOrDefault(f => f is not null),
            _ => null,
        };
    });

    public static Task MakeAsync(TestPortal portal, string sound, string broken) => MakeAsync(portal, json =>
    {
        Assert.Contains(sound, json, StringComparison.Ordinal);
        return json.Replace(sound, broken, StringComparison.Ordinal);
    });

    private static async Task MakeAsync(TestPortal portal, Func<string, string> damage)
    {
        await portal.TakeInAsync(ShippedProcesses.Definitions().Where(d => d.Key == "field-trip").Select(d => (d.Key, damage(d.Json))));
        await portal.ForceVersionAsync("field-trip", 2);
    }

    /// <summary>No leader may review, so that the chain of R-ORG-08 ends at nobody: it asks for somebody who has not come to the office
    /// yet, S999.</summary>
    public static Task LeaveToNobodyAsync(TestPortal portal) => MakeAsync(portal, review =>
    {
        review["assignment"]!["expression"]!["value"] = """["person:S999"]""";
        review["excludedUsers"]!["expression"]!["value"] =
            $"""["{string.Join("\",\"", Enumerable.Range(1, 9).Select(i => $"person:L{i}"))}"]""";
    });
}
