using Portal.Workflows.Processes.FieldTrips;
using Portal.Workflows.Processes.LeaderTasks;
using Portal.Workflows.Processes.Meetings;
using Portal.Workflows.Processes.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows;

/// <summary>The shipped processes and their definitions.</summary>
public static class ShippedProcesses
{
    public static IReadOnlyList<IProcess> All { get; } = [new MonthlyTripPlanProcess(), new FieldTripProcess(), new MeetingProcess(), new ReviewCycleProcess(), new AreaReviewProcess(), new AdHocReviewProcess(), new LeaderTaskProcess()];

    /// <summary>The shipped definitions, by file name without ending.</summary>
    public static IEnumerable<(string Key, string Json)> Definitions()
    {
        var assembly = typeof(ShippedProcesses).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("definitions/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["definitions/".Length..^".json".Length], reader.ReadToEnd());
        }
    }
}
