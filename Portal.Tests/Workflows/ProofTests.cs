using System.Diagnostics;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;
using Xunit.Abstractions;

namespace Portal.Tests.Workflows;

/// <summary>Section 7.1: what a definition lets happen is proved, way by way.</summary>
public class ProofTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> NothingAdded = [];

    public static TheoryData<string> Shipped() => [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_is_proved(string key)
    {
        var compiled = new CompiledDefinition(WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json));
        var conduct = ShippedProcesses.All.Single(p => p.Key == key).Conduct;
        var watch = Stopwatch.StartNew();
        var proof = Proof.Of(compiled, conduct, NothingAdded);
        output.WriteLine($"{key}: {proof.States} states, {watch.ElapsedMilliseconds} ms, complete {proof.IsComplete}");
        foreach (var p in proof.Problems)
        {
            output.WriteLine($"{p.Severity} {p.Code} {p.ActivityId} {string.Join(',', p.Args)} | {string.Join(" > ", p.Way.Select(w => $"{w.Kind} {w.Path}.{w.Outcome}"))}");
        }

        Assert.Empty(proof.Problems);
        Assert.True(proof.IsComplete);
    }
}
