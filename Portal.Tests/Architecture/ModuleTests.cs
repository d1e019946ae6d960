using System.Text.RegularExpressions;
using Portal.Workflows;

namespace Portal.Tests.Architecture;

/// <summary>
/// A process is a module: outside of its own folders nothing names it, neither a type of its, nor the key of its process, nor that of a form.
/// </summary>
public class ModuleTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    /// <summary>Lists every module by name: the one line that a new process adds.</summary>
    private const string ListOfModules = "Portal.Workflows/WorkflowsSetup.cs";

    public static TheoryData<string> Modules => ["FieldTrips", "Meetings", "Reviews", "LeaderTasks"];

    /// <summary>Where a module is still named from outside. A file that no longer names it leaves the list; none is added.</summary>
    private static readonly Dictionary<string, string[]> NotYet = new()
    {
        ["FieldTrips"] =
        [
            "Portal.Web/Features/TripPlans/PlanBoardPage.razor",
            "Portal.Web/Jobs/TimeKeeper.cs",
            "Portal.Web/Operations/Authoring/RelatedRecords.cs",
            "Portal.Web/Operations/ReviewCycles.cs",
            "Portal.Web/Operations/Schedule.cs",
            "Portal.Web/Operations/TripPlans.cs",
            "Portal.Workflows/Authoring/AutomaticSettings.cs",
        ],
        ["Meetings"] =
        [
            "Portal.Domain/FieldTrips/TripForms.cs",
            "Portal.Domain/Reviews/ReviewForms.cs",
            "Portal.Web/Operations/ReviewCycles.cs",
            "Portal.Web/Operations/Schedule.cs",
            "Portal.Web/Processes/FieldTrips/QuotedMeetings.razor",
            "Portal.Web/Processes/Reviews/ReviewProposalScreens.cs",
            "Portal.Workflows/Processes/FieldTrips/FieldTripProcess.cs",
        ],
        ["Reviews"] =
        [
            "Portal.Domain/Cases/PortalSettings.cs",
            "Portal.Web/Documents/ReviewDocuments.cs",
            "Portal.Web/Operations/AreaQueries.cs",
            "Portal.Web/Operations/Authoring/Replays.cs",
            "Portal.Web/Operations/CaseQueries.cs",
            "Portal.Web/Operations/ReviewCycles.cs",
        ],
        ["LeaderTasks"] =
        [
            "Portal.Web/Operations/TripPlans.cs",
            "Portal.Workflows/Processes/DirectiveTasks.cs",
        ],
    };

    [Theory]
    [MemberData(nameof(Modules))]
    public void Outside_of_its_folders_nothing_names_a_module(string module)
    {
        var names = new Regex($@"\b(?:{string.Join('|', TypesOf(module))})\b|""(?:{string.Join('|', KeysOf(module))})""");
        var found = Sources().Where(f => !f.Contains($"/{module}/", StringComparison.Ordinal) && f != ListOfModules)
            .Where(f => File.ReadLines(Path.Combine(Root, f)).Any(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && names.IsMatch(l)))
            .ToList();
        var (added, gone) = (string.Join('\n', found.Except(NotYet[module]).Order(StringComparer.Ordinal)), string.Join('\n', NotYet[module].Except(found)));
        Assert.True(added.Length == 0, $"Names {module}:\n{added}");
        Assert.True(gone.Length == 0, $"No longer names {module}, and leaves the list:\n{gone}");
    }

    private static IEnumerable<string> TypesOf(string module) =>
        new[] { typeof(Portal.Domain.Cases.Case).Assembly, typeof(ShippedProcesses).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => !t.IsNested && t.Namespace is { } space && Regex.IsMatch(space, $@"^Portal\.(Domain|Workflows\.Processes)\.{module}(\.|$)"))
            .Select(t => t.Name.Split('`')[0]).Where(n => !n.StartsWith('<')).Distinct();

    // Forms that several processes share belong to none of them.
    private static IEnumerable<string> KeysOf(string module)
    {
        var processes = ShippedProcesses.All.Where(p => p.GetType().Namespace!.Split('.').Contains(module)).ToList();
        return processes.Select(p => p.Key)
            .Concat(processes.SelectMany(p => p.Forms).Where(f => f.InputType.Namespace!.EndsWith($".{module}", StringComparison.Ordinal)).Select(f => f.Key)).Distinct();
    }

    private static IEnumerable<string> Sources() =>
        from project in new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web" }
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/Seed/", StringComparison.Ordinal)
        select path;
}
