using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Benchmarks;

/// <summary>The parts, by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class RunnerParts
{
    private readonly CompiledDefinition _definition = RunnerThroughput.Sample();
    private readonly string _shipped = ShippedProcesses.Definitions().First(d => d.Key == "field-trip").Json;
    private InstanceState _state = new();
    private string _stored = "";

    [GlobalSetup]
    public void Setup()
    {
        _state = new Runner().Run(_definition, new InstanceState(), new StartStimulus(), new Dictionary<string, JsonNode?>(),
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).State;
        _stored = _state.Write();
    }

    [Benchmark]
    public int RunForkJoin() => RunnerThroughput.RunOnce(_definition);

    [Benchmark]
    public string WriteState() => _state.Write();

    [Benchmark]
    public InstanceState ReadState() => InstanceState.Read(_stored);

    [Benchmark]
    public CompiledDefinition CompileFieldTrip() => new(WorkflowDefinition.Read(_shipped));
}
