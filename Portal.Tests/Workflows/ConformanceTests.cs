using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>What was observed on Elsa 3.6.3 itself, and with Race and Cascade what its documentation says.</summary>
public class ConformanceTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<Dictionary<string, JsonObject>> Vectors = new(() =>
        new[] { "handwritten", "generated" }
            .SelectMany(f => (JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(
                AppContext.BaseDirectory, "Workflows", "Conformance", f + ".json")))!)
            .OfType<JsonObject>()
            .ToDictionary(v => (string)v["name"]!));

    public static TheoryData<string> Names() => [.. Vectors.Value.Keys];

    [Fact]
    public void All_256_vectors_are_there() => Assert.Equal(256, Vectors.Value.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Runner_does_what_was_observed(string name)
    {
        var vector = Vectors.Value[name];
        var definition = new CompiledDefinition(WorkflowDefinition.Read(vector["definition"]!.ToJsonString()));
        var expected = (JsonArray)vector["expected"]!;
        var result = new Runner().Run(definition, new InstanceState(), new StartStimulus(), new Dictionary<string, JsonNode?>(), Now);
        AssertEntry(expected[0]!, result, "start");

        var stimuli = (JsonArray)vector["stimuli"]!;
        for (var i = 0; i < stimuli.Count; i++)
        {
            var activity = (string)stimuli[i]!["complete"]!;
            var wait = result.State.Waiting.First(w => w.Activity == activity);

            // Every burst goes through the stored form, as in the portal.
            var stored = InstanceState.Read(result.State.Write());
            result = new Runner().Run(
                definition, stored, new AnswerStimulus(wait.Id, (string)stimuli[i]!["outcome"]!), new Dictionary<string, JsonNode?>(), Now);
            Assert.True(result.Accepted);
            AssertEntry(expected[i + 1]!, result, $"answer {i + 1}");
        }

        Assert.Equal((bool)vector["stuck"]!, result.State.Incidents.Exists(x => x.Kind == "Stuck"));
    }

    private static void AssertEntry(JsonNode expected, RunResult actual, string at)
    {
        var lines = expected["lines"].Deserialize<string[]>()!;
        var waiting = expected["waiting"].Deserialize<string[]>()!;
        Assert.Equal((at, string.Join(';', lines)), (at, string.Join(';', actual.Effects.OfType<WriteLine>().Select(w => w.Text))));
        Assert.Equal((at, string.Join(';', waiting)),
            (at, string.Join(';', actual.State.Waiting.Select(w => w.Activity).Order(StringComparer.Ordinal))));
        Assert.Equal((at, (bool)expected["finished"]!), (at, actual.State.Status == InstanceStatus.Finished));
    }
}
