using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Processes.AreaIssues;
using Portal.Workflows.Processes.AreaReports;
using Portal.Workflows.Processes.Feedback;
using Portal.Workflows.Processes.FieldTrips;
using Portal.Workflows.Processes.GroupMeetings;
using Portal.Workflows.Processes.LeaderTasks;
using Portal.Workflows.Processes.Meetings;
using Portal.Workflows.Processes.Reviews;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows;

/// <summary>The shipped processes and their definitions.</summary>
public static class ShippedProcesses
{
    public static IReadOnlyList<IProcess> All { get; } =
        [
            new MonthlyTripPlanProcess(), new FieldTripProcess(), new MeetingProcess(), new ReviewCycleProcess(), new AreaReviewProcess(),
            new AdHocReviewProcess(), new LeaderTaskProcess(), new MonthlyAreaReportProcess(), new AreaIssueProcess(),
            new AdHocReportProcess(), new AreaBriefingProcess(), new GroupMeetingProcess(), new FeedbackProcess(),
        ];

    private static readonly ILookup<string, string> ByModule = All.ToLookup(p => ModuleOf(p.GetType()), p => p.Key);

    /// <summary>Keys of the processes of the module that a type belongs to; none for a type of the shared floors.</summary>
    public static IEnumerable<string> KeysOf(Type type) => ByModule[ModuleOf(type)];

    /// <summary>The shipped definitions by process, compiled.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, CompiledDefinition>> Compiled =
        new(() => Definitions().ToDictionary(d => d.Key, d => new CompiledDefinition(WorkflowDefinition.Read(d.Json))));

    /// <summary>The outcomes that a shipped definition gives with each form, general ones left out; none for a process that is not
    /// shipped.</summary>
    public static ILookup<string, string> Answers(string processKey) => (Compiled.Value.GetValueOrDefault(processKey)?.All ?? [])
        .Where(a => a.FixedSpec is not null)
        .SelectMany(a => a.FixedSpec!.Actions.Select(action => (Form: action.Form ?? a.FixedSpec.Form, action.Key)))
        .Where(a => a.Form is not null && CaseForms.General.All(g => g.Key != a.Form)).Distinct().ToLookup(a => a.Form!, a => a.Key);

    /// <summary>Ids of the activities that a definition has beside those of the shipped one of its process; all, for an own
    /// process.</summary>
    public static IReadOnlySet<string> AddedTo(CompiledDefinition definition)
    {
        var shipped = Compiled.Value.GetValueOrDefault(definition.Definition.DefinitionId);
        return definition.All.Where(a => shipped?.Find(a.Id) is null).Select(a => a.Id).ToHashSet();
    }

    /// <summary>The connection of a shipped definition by which an outcome leaves a step; null where it has none.</summary>
    public static string? LeadsTo(string processKey, string path, string port) =>
        Compiled.Value.GetValueOrDefault(processKey)?.All.FirstOrDefault(a => a.Path == path)?.Outbound.Find(c => c.Port == port)?.To;

    /// <summary>What a shipped definition calls a step, and tells its people to do.</summary>
    public static (string Title, string Instructions)? WordsOf(string processKey, string stepId) =>
        Compiled.Value.GetValueOrDefault(processKey)?.Find(stepId) is { } step
            ? (step.FixedSpec?.Title ?? step.Node.DisplayName, step.FixedSpec?.Instructions ?? "")
            : null;

    /// <summary>The title of a step for readers of either language; as the definition says it where the office renamed it.</summary>
    public static LocalText TitleOf(string processKey, string stepId, string title) =>
        WordsOf(processKey, stepId)?.Title == title ? LocalText.Of($"step.{processKey}.{stepId}") : LocalText.Typed(title);

    /// <summary>An outcome of a step for readers of either language; as the definition says it where the office renamed it.</summary>
    public static LocalText OutcomeOf(string processKey, string stepId, TaskAction action) =>
        Compiled.Value.GetValueOrDefault(processKey)?.Find(stepId)?.FixedSpec?.Action(action.Key)?.Label == action.Label
            ? LocalText.Of($"action.{action.Key}")
            : LocalText.Typed(action.Label);

    private static string ModuleOf(Type type) => type.Namespace!.Split('.')[^1];

    /// <summary>The shipped definitions, by file name without ending.</summary>
    public static IEnumerable<(string Key, string Json)> Definitions()
    {
        var assembly = typeof(ShippedProcesses).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("definitions/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["definitions/".Length..^".json".Length], reader.ReadToEnd());
        }
    }
}
