using System.Diagnostics;
using System.Text.Json.Nodes;
using Portal.Web.Shared.Diagrams;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Processes.FieldTrips;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks;

/// <summary>What one change in the editor costs the server, for a definition of 500 steps and more than 1 MB; and the proof of each shipped
/// one, at most 500 ms.</summary>
internal static class EditorLatency
{
    private const int Steps = 500;

    public static void Measure()
    {
        var definition = Large();
        var forms = new ProcessCatalogue(ShippedProcesses.All).Forms;
        var context = new CheckContext(forms, new HashSet<string>(), new FieldTripProcess().MandatoryRules,
            ShippedProcesses.Answers("field-trip"), new HashSet<string>());
        Console.WriteLine($"{Steps} steps, {definition.Write().Length:N0} characters");
        var text = definition.Write();
        Time("read", () => WorkflowDefinition.Read(text));
        Time("write", () => definition.Write());
        Time("store", () => definition.WriteAs("large-v1", 1, false));
        Time("compile", () => new CompiledDefinition(definition).Find("s0"));
        var compiled = new CompiledDefinition(definition);
        Time("outline", () => Outline.Of(compiled));
        Time("check", () => DefinitionCheck.Run(compiled, context));
        Time("proof", () => Proof.Of(compiled, NoConduct.Instance, ShippedProcesses.AddedTo(compiled)));
        foreach (var (key, json) in ShippedProcesses.Definitions())
        {
            var shipped = new CompiledDefinition(WorkflowDefinition.Read(json));
            var conduct = ShippedProcesses.All.Single(p => p.Key == key).Conduct;
            var proof = Proof.Of(shipped, conduct, new HashSet<string>());
            Time($"{key}, {proof.States} states", () => Proof.Of(shipped, conduct, new HashSet<string>()));
        }

        var settings = Outline.Of(compiled).First(s => s.Id == "s250").Settings!;
        Time("set step", () => DefinitionEditor.SetStep(compiled, "s250", settings with { Title = "Tên mới" }));
        Time("insert", () => DefinitionEditor.Insert(definition, "s250", "Done", Pattern.Step, "Bước mới"));
        var changed = DefinitionEditor.Insert(definition, "s250", "Done", Pattern.Step, "Bước mới").Definition;
        var chart = compiled.Root.Chart!;
        Time("draw", () => ChartPlan.Of(chart, (_, port) => port));
        var plan = ChartPlan.Of(chart, (_, port) => port);
        var moved = new CompiledDefinition(DefinitionEditor.Move(definition, ["s250"], 40, 30)).Root.Chart!;
        Time("draw again", () => ChartPlan.Of(moved, (_, port) => port, before: plan));
        Time("arrange", () => DefinitionEditor.Arrange(definition, all: true));
        Time("differences", () => DefinitionDifference.Between(definition, changed));
    }

    private static void Time(string what, Action act)
    {
        act();
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var clock = Stopwatch.StartNew();
            act();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what,-12} median {times[10],7:F1} ms   p95 {times[18],7:F1} ms");
    }

    /// <summary>A definition of 500 steps and more than 1 MB.</summary>
    internal static WorkflowDefinition Large()
    {
        static JsonObject Input(string typeName, string type, string value) =>
            new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
        static JsonObject Way(string from, string port, string to) =>
            new()
            {
                ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" }
            };
        var (activities, connections) = (new JsonArray(), new JsonArray());
        for (var i = 0; i < Steps; i++)
        {
            activities.Add((JsonNode)new JsonObject
            {
                ["id"] = $"s{i}",
                ["type"] = "Portal.UserTask",
                ["metadata"] = new JsonObject
                {
                    ["displayText"] = $"Bước {i}",
                    ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = i % 25 * 250, ["y"] = i / 25 * 120 } }
                },
                ["title"] = Input("String", "Literal", $"Bước {i}"),
                ["instructions"] = Input("String", "Literal", string.Concat(Enumerable.Repeat("Hướng dẫn dài của bước. ", 60))),
                ["form"] = Input("Object", "Object", """{"providerName":"Portal","key":"step-note"}"""),
                ["assignment"] = Input("Object", "Object", """["groupLead"]"""),
                ["actionDefinitions"] = Input("Object", "Object", """[{"key":"Done","label":"Xong"},{"key":"Return","label":"Trả lại"}]"""),
                ["due"] = Input("Object", "Object", """{"workingDays":"2"}"""),
            });
            connections.Add((JsonNode)Way($"s{i}", "Return", $"s{Math.Max(0, i - 1)}"));
            if (i > 0)
            {
                connections.Add((JsonNode)Way($"s{i - 1}", "Done", $"s{i}"));
            }
        }

        return WorkflowDefinition.Read(new JsonObject
        {
            ["id"] = "large-v1",
            ["definitionId"] = "large",
            ["name"] = "500 bước",
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["start"] = "s0",
                ["activities"] = activities,
                ["connections"] = connections
            },
        }.ToJsonString());
    }
}
