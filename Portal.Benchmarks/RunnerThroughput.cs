using System.Diagnostics;
using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Benchmarks;

/// <summary>Activity executions a second of the runner alone, on flowcharts that branch, join and loop.</summary>
internal static class RunnerThroughput
{
    private static readonly DateTime Now = new(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Dictionary<string, JsonNode?> NoFacts = [];

    public static void Measure()
    {
        var definition = Sample();
        Run(definition, TimeSpan.FromSeconds(2));
        var (executed, elapsed) = Run(definition, TimeSpan.FromSeconds(10));
        Console.WriteLine(
            $"runner: {executed / elapsed.TotalSeconds:N0} activity executions/s "
            + $"(one thread, {executed:N0} in {elapsed.TotalSeconds:N1} s)");
    }

    /// <summary>A fork of four branches of ten steps each, joined, with two human steps.</summary>
    internal static CompiledDefinition Sample()
    {
        var activities = new List<string>
        {
            """{"id":"start","type":"Elsa.Start"}""",
            """
            {"id":"fork","type":"Elsa.FlowFork",
             "branches":{"typeName":"String[]","expression":{"type":"Object","value":"[\"A\",\"B\",\"C\",\"D\"]"}}}
            """,
            """{"id":"join","type":"Elsa.FlowJoin","mode":"WaitAll"}""",
            """{"id":"task","type":"Portal.UserTask","title":"t","assignment":["head"]}""",
            """{"id":"end","type":"Elsa.End"}""",
        };
        var connections = new List<string> { C("start", "Done", "fork"), C("join", "Done", "task"), C("task", "Ok", "end") };
        foreach (var branch in new[] { "A", "B", "C", "D" })
        {
            for (var i = 0; i < 10; i++)
            {
                activities.Add("{\"id\":\"" + branch + i + "\",\"type\":\"Elsa.WriteLine\",\"text\":\"x\"}");
                connections.Add(i == 0 ? C("fork", branch, branch + "0") : C($"{branch}{i - 1}", "Done", $"{branch}{i}"));
            }

            connections.Add(C($"{branch}9", "Done", "join"));
        }

        var json = "{\"root\":{\"id\":\"f\",\"type\":\"Elsa.Flowchart\",\"activities\":[" + string.Join(',', activities)
            + "],\"connections\":[" + string.Join(',', connections) + "]}}";
        return new CompiledDefinition(WorkflowDefinition.Read(json));
    }

    internal static int RunOnce(CompiledDefinition definition)
    {
        var started = new Runner().Run(definition, new InstanceState(), new StartStimulus(), NoFacts, Now);
        var ended = new Runner().Run(definition, started.State, new AnswerStimulus(started.State.Waiting[0].Id, "Ok"), NoFacts, Now);
        return started.Executed + ended.Executed + 1;
    }

    private static (long Executed, TimeSpan Elapsed) Run(CompiledDefinition definition, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        long executed = 0;
        while (watch.Elapsed < time)
        {
            executed += RunOnce(definition);
        }

        return (executed, watch.Elapsed);
    }

    private static string C(string from, string port, string to) =>
        "{\"source\":{\"activity\":\"" + from + "\",\"port\":\"" + port + "\"},\"target\":{\"activity\":\"" + to + "\",\"port\":\"In\"}}";
}
