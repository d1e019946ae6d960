using System.Text.Json.Nodes;
using Portal.Web.Texts;
using Portal.Workflows.Activities;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.ElsaStudio;

/// <summary>
/// What Elsa Studio has to know of a type of activity before it shows one: its settings, its ports, whether others lie in it. A type that
/// stands in a definition and is none of the portal's is described too, or Studio would show nothing of the whole definition.
/// </summary>
internal static class StudioDescriptors
{
    private const string Text = "String", Flag = "Boolean", Any = "Object", Names = "ICollection<String>";

    private static readonly StudioInput[] HumanStep =
    [
        new("title", Text), new("instructions", Text, "multiline"), new("form", Any, "multiline", "Object"),
        new("assignment", Any, "multiline", "Object"), new("excludedUsers", Any, "multiline", "Object"),
        new(StudioDocument.Outcomes, Names, "dynamic-outcomes", "Object"), new("actionDefinitions", Any, "multiline", "Object"),
        new("answers", Any, "multiline", "Object"), new("due", Any, "multiline", "Object"), new("dueAt", "DateTimeOffset"),
        new("reminders", Any, "multiline", "Object"), new("onTimeout", Any, "multiline", "Object"),
        new("enableTimeoutOutcome", Flag, "checkbox"), new("optional", Flag, "checkbox"), new("fields", Any, "multiline", "Object"),
        new("requiredFields", Any, "multiline", "Object"), new("hiddenFields", Any, "multiline", "Object"),
        new("legalBasis", Any, "multiline", "Object"),
    ];

    private static readonly StudioInput[] Dispatch =
    [
        new("workflowDefinitionId", Text, "workflow-definition-picker"), new("correlationId", Text),
        new("input", "ObjectDictionary", "multiline", "Object"), new("waitForCompletion", Flag, "checkbox"),
    ];

    /// <summary>The settings of every type that the portal runs. Studio changes what stands here; what does not, it keeps.</summary>
    internal static readonly IReadOnlyDictionary<string, StudioInput[]> Inputs = new Dictionary<string, StudioInput[]>
    {
        ["Portal.UserTask"] = HumanStep,
        ["Elsa.UserTask"] = HumanStep,
        ["Portal.Guard"] = [new("rules", Names, "multiline", "Object")],
        ["Portal.Act"] = [new("act", Text)],
        ["Portal.Notify"] = [new("to", Names, "multiline", "Object"), new("kind", Text)],
        ["Elsa.Start"] = [],
        ["Elsa.End"] = [],
        ["Elsa.Finish"] = [],
        ["Elsa.Break"] = [],
        ["Elsa.Complete"] = [new("outcomes", Names, "outcome-picker", "Object")],
        ["Elsa.Fault"] = [new("message", Text)],
        ["Elsa.Flowchart"] = [],
        ["Elsa.FlowNode"] = [],
        ["Elsa.FlowDecision"] = [new("condition", Flag, "singleline", "JavaScript")],
        ["Elsa.FlowSwitch"] =
        [
            new("cases", Any, "flow-switch-editor", "Object"), new("mode", Text, "dropdown", Options: ["MatchFirst", "MatchAny"]),
        ],
        ["Elsa.FlowFork"] = [new("branches", Names, "dynamic-outcomes", "Object")],
        ["Elsa.FlowJoin"] = [new("mode", Text, "dropdown", Options: ["WaitAll", "WaitAllActive", "WaitAny"])],
        ["Elsa.ParallelForEach"] = [new("items", "ICollection<Object>", "multiline", "Object")],
        ["Elsa.SetVariable"] = [new("variable", Any, "variable-picker", IsWrapped: false), new("value", Any, "multiline")],
        ["Elsa.SetOutput"] = [new("outputName", Text), new("outputValue", Any, "multiline")],
        ["Elsa.SetName"] = [new("value", Text)],
        ["Elsa.Correlate"] = [new("correlationId", Text)],
        ["Elsa.WriteLine"] = [new("text", Text)],
        ["Elsa.Delay"] = [new("timeSpan", "TimeSpan")],
        ["Elsa.StartAt"] = [new("dateTime", "DateTimeOffset")],
        ["Elsa.Timer"] = [new("interval", "TimeSpan")],
        ["Elsa.Cron"] = [new("cronExpression", Text)],
        ["Elsa.Event"] = [new("eventName", Text)],
        ["Elsa.PublishEvent"] = [new("eventName", Text), new("payload", Any, "multiline"), new("isLocalEvent", Flag, "checkbox")],
        ["Elsa.RunTask"] = [new("taskName", Text), new("payload", Any, "multiline", "Object")],
        ["Elsa.DispatchWorkflow"] = Dispatch,
        ["Elsa.ExecuteWorkflow"] = Dispatch,
        ["Elsa.BulkDispatchWorkflows"] =
        [
            .. Dispatch, new("items", "ICollection<Object>", "multiline", "Object"), new("defaultItemInputKey", Text),
        ],
    };

    /// <summary>Ports of types that always have the same; the others have <c>Done</c>, or as many as their settings say.</summary>
    private static readonly Dictionary<string, string[]> Ports = new()
    {
        ["Elsa.FlowDecision"] = ["True", "False"],
        ["Elsa.FlowSwitch"] = ["Default"],
        ["Elsa.FlowFork"] = [],
        ["Elsa.BulkDispatchWorkflows"] = ["Completed", "Canceled", "Done"],
        ["Portal.UserTask"] = [],
        ["Elsa.UserTask"] = [],
        ["Elsa.End"] = [],
        ["Elsa.Finish"] = [],
        ["Elsa.Break"] = [],
        ["Elsa.Complete"] = [],
    };

    /// <param name="definitions">The definitions that Studio may open.</param>
    public static IReadOnlyList<JsonObject> Activities(IReadOnlyList<WorkflowDefinition> definitions, Localizer texts) =>
    [
        .. Catalogue.All.Select(t => t.Name).OrderBy(n => n, StringComparer.Ordinal).Select(n => Descriptor(n, Inputs[n], texts)),
        .. definitions.SelectMany(d => d.AllActivities)
            .Where(a => Catalogue.Find(a.Type) is null)
            .GroupBy(a => a.Type)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Placeholder(g.Key, [.. g], definitions, texts)),
    ];

    public static IReadOnlyList<JsonObject> Expressions(Localizer texts) =>
    [
        Expression("Literal", "", texts), Expression("JavaScript", "javascript", texts), Expression("Object", "json", texts),
        Expression("Variable", "", texts), Expression("Input", "", texts),
    ];

    private static JsonObject Expression(string type, string language, Localizer texts) => new()
    {
        ["type"] = type,
        ["displayName"] = texts[$"Studio.Expression.{type}"],
        ["isSerializable"] = true,
        ["isBrowsable"] = type is not "Literal",
        ["properties"] = language.Length > 0 ? new JsonObject { ["monacoLanguage"] = language } : [],
    };

    /// <summary>A fault stops its branch and the others go on: the only way here.</summary>
    public static IReadOnlyList<JsonObject> IncidentStrategies(Localizer texts) =>
    [
        new JsonObject
        {
            ["typeName"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core",
            ["displayName"] = texts["Studio.Incidents"],
            ["description"] = texts["Studio.IncidentsHint"],
        },
    ];

    private static JsonObject Descriptor(string type, IReadOnlyList<StudioInput> inputs, Localizer texts)
    {
        var descriptor = New(type, texts[$"activity.{type}"], texts);
        descriptor["inputs"] = new JsonArray([.. inputs.Select((input, i) => Input(input, i, texts))]);
        descriptor["ports"] = new JsonArray([.. PortsOf(type)]);
        descriptor["outputs"] = inputs == HumanStep
            ? new JsonArray(new JsonObject { ["name"] = "Result", ["typeName"] = Any, ["displayName"] = texts["Studio.Result"] })
            : new JsonArray();
        descriptor["isContainer"] = type == "Elsa.Flowchart";
        descriptor["isStart"] = type == "Elsa.Start";
        descriptor["isTerminal"] = Catalogue.Find(type)!.IsTerminal;
        return descriptor;
    }

    // The ports that its connections use, and no settings: Studio keeps those as they are.
    private static JsonObject Placeholder(
        string type, IReadOnlyList<ActivityNode> uses, IReadOnlyList<WorkflowDefinition> definitions, Localizer texts)
    {
        var ids = uses.Select(u => u.Id).ToHashSet();
        var ports = definitions.SelectMany(d => d.AllActivities).SelectMany(a => a.Connections)
            .Where(c => ids.Contains(c.From))
            .Select(c => c.Port)
            .Append("Done")
            .Distinct();
        var descriptor = New(type, texts["Studio.Unknown", type], texts);
        (descriptor["inputs"], descriptor["outputs"]) = (new JsonArray(), new JsonArray());
        descriptor["ports"] = new JsonArray([.. ports.Select(p => Port(p, "Flow"))]);
        descriptor["isBrowsable"] = false;
        return descriptor;
    }

    private static JsonObject New(string type, string name, Localizer texts)
    {
        var dot = type.LastIndexOf('.');
        var space = dot < 0 ? "" : type[..dot];
        return new JsonObject
        {
            ["typeName"] = type,
            ["namespace"] = space,
            ["name"] = type[(dot + 1)..],
            ["version"] = 1,
            ["category"] = texts[space == "Portal" ? "Studio.Ours" : "Studio.Elsas"],
            ["displayName"] = char.ToUpperInvariant(name[0]) + name[1..],
            ["description"] = type,
            ["kind"] = "Action",
            ["customProperties"] = new JsonObject(),
            ["constructionProperties"] = new JsonObject(),
            ["isContainer"] = false,
            ["isBrowsable"] = true,
            ["isStart"] = false,
            ["isTerminal"] = false,
        };
    }

    private static JsonObject Input(StudioInput input, int order, Localizer texts) => new()
    {
        ["name"] = char.ToUpperInvariant(input.Name[0]) + input.Name[1..],
        ["typeName"] = input.TypeName,
        ["displayName"] = texts[$"Studio.Input.{input.Name}"],
        ["order"] = order,
        ["isBrowsable"] = true,
        ["isWrapped"] = input.IsWrapped,
        ["uiHint"] = input.Hint,
        ["category"] = "",
        ["defaultSyntax"] = input.Syntax,
        ["uiSpecifications"] = input.Options is null ? null : new JsonObject
        {
            ["dropdown"] = new JsonObject
            {
                ["selectList"] = new JsonObject
                {
                    ["items"] = new JsonArray([.. input.Options.Select(o => new JsonObject { ["text"] = o, ["value"] = o })]),
                },
            },
        },
    };

    private static IEnumerable<JsonNode> PortsOf(string type)
    {
        if (type == "Elsa.ParallelForEach")
        {
            yield return Port("Body", "Embedded");
        }

        foreach (var port in Ports.GetValueOrDefault(type) ?? ["Done"])
        {
            yield return Port(port, "Flow");
        }
    }

    private static JsonObject Port(string name, string type) =>
        new() { ["name"] = name, ["displayName"] = name, ["type"] = type, ["isBrowsable"] = true };
}
