using Portal.Tests.Processes;
using Portal.Tests.TestKit;
using Portal.Workflows;

namespace Portal.Tests.Scenarios;

/// <summary>Section 13: who reads and does what, in every process.</summary>
public sealed class AccessMatrixTests
{
    private static readonly AccessMatrix[] Matrices =
        [.. typeof(AccessMatrix)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(AccessMatrix)))
            .Select(t => (AccessMatrix)Activator.CreateInstance(t)!)];

    public static TheoryData<string> Processes => [.. ShippedProcesses.All.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Processes))]
    public async Task Every_role_reads_and_does_what_the_matrix_of_the_process_says(string process)
    {
        var matrix = Assert.Single(Matrices, m => m.ProcessKey == process);
        await using var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        await matrix.TryAsync(portal);
    }
}
