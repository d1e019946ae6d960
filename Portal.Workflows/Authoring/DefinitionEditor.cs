using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>
/// Changes of a definition. Each takes a document and gives a new one; what the change does not concern stays as it was, also what
/// this portal does not understand.
/// </summary>
public static partial class DefinitionEditor
{
    private const double StepWidth = ChartLayout.ColumnWidth, StepHeight = ChartLayout.RowHeight;

    /// <summary>Of a step that does not say.</summary>
    private const double BoxWidth = 180, BoxHeight = 68;

    internal static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Puts one of the portal's own settings (<c>customProperties.portal</c>) of the whole definition.</summary>
    public static WorkflowDefinition SetOwn(WorkflowDefinition definition, string name, JsonNode value)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        var custom = json["customProperties"] as JsonObject ?? [];
        var own = custom["portal"] as JsonObject ?? [];
        (json["customProperties"], custom["portal"], own[name]) = (custom, own, value);
        return WorkflowDefinition.Of(json);
    }

    /// <summary>Gives each step that has nothing but its id the words for its kind; what has a name keeps it.</summary>
    /// <param name="word">For a type; null where there is none.</param>
    public static WorkflowDefinition WithTitles(WorkflowDefinition definition, Func<string, string?> word)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        foreach (var step in StepsIn(json["root"] as JsonObject))
        {
            if (new ActivityNode(step, "", 0).Named is null && word((string?)step["type"] ?? "") is { Length: > 0 } title)
            {
                Meta(step)["displayText"] = char.ToUpper(title[0], System.Globalization.CultureInfo.InvariantCulture) + title[1..];
            }
        }

        return WorkflowDefinition.Of(json);
    }

    private static IEnumerable<JsonObject> StepsIn(JsonObject? chart) =>
        (chart?["activities"] as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(s => StepsIn(s["body"] as JsonObject ?? s).Prepend(s));

    /// <summary>Puts settings into a human step. Inputs that do not change are not touched.</summary>
    public static WorkflowDefinition SetStep(WorkflowDefinition definition, string path, StepSettings settings) =>
        SetStep(new CompiledDefinition(definition), path, settings);

    /// <summary>The same for who has it compiled already.</summary>
    public static WorkflowDefinition SetStep(
        CompiledDefinition compiled, string path, StepSettings settings) => Change(compiled.Definition, root =>
    {
        var (chart, step) = Find(root, path);
        var before = Outline.Of(compiled).First(s => s.Path == path).Settings
            ?? throw new InvalidOperationException("The step's settings are computed.");
        if (settings.Title != before.Title)
        {
            Literal(step, "title", settings.Title);
            Meta(step)["displayText"] = settings.Title;
        }

        if (settings.Instructions != before.Instructions)
        {
            Literal(step, "instructions", settings.Instructions);
        }

        if (settings.Form != before.Form)
        {
            Object(step, "form", settings.Form is null ? null : FormOf(settings.Form));
        }

        Put(step, "assignment", settings.Who, before.Who);
        Put(step, "legalBasis", settings.LegalBasis, before.LegalBasis);
        Put(step, "due", settings.Due, before.Due);
        Put(step, "onTimeout", settings.OnTimeout, before.OnTimeout);
        Put(step, "fields", settings.Fields, before.Fields);
        Put(step, "requiredFields", settings.RequiredFields, before.RequiredFields);
        Put(step, "hiddenFields", settings.HiddenFields, before.HiddenFields);
        if (settings.Reminders is null
            ? before.Reminders is not null
            : before.Reminders is null || !settings.Reminders.SequenceEqual(before.Reminders))
        {
            Object(step, "reminders", settings.Reminders is { } reminders ? new JsonArray([.. reminders.Select(Reminder)]) : null);
        }

        Outcomes(chart, step, settings.Outcomes);
        if ((settings.OnTimeout.Do, settings.TimeoutTarget) != (before.OnTimeout.Do, before.TimeoutTarget))
        {
            Timeout(chart, step, settings.OnTimeout.Do == TimeoutRule.Leave ? settings.TimeoutTarget : null);
        }
    });

    // Leaving by time is an outcome, and leads somewhere.
    private static void Timeout(JsonObject chart, JsonObject step, string? target)
    {
        Flag(step, "enableTimeoutOutcome", target is not null);
        Lead(chart, Text(step, "id")!, [], [("Timeout", target)]);
    }

    private static JsonNode Reminder(string text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);

    /// <summary>The same settings once more, not yet connected.</summary>
    public static (WorkflowDefinition Definition, string Path) Duplicate(WorkflowDefinition definition, string path)
    {
        var id = "";
        var changed = Change(definition, root =>
        {
            var (chart, step) = Find(root, path);
            id = FreeId(root, Text(step, "id")!);
            var copy = (JsonObject)step.DeepClone();
            (copy["id"], copy["name"]) = (id, id);
            copy.Remove("nodeId");
            var at = Position(step);
            PlaceFree(chart, copy, at.X, at.Y + StepHeight);
            Activities(chart).Add((JsonNode)copy);
        });
        return (changed, ChartPath(path) + id);
    }

    /// <summary>Takes a step out; what led to it leads to where its first outcome led.</summary>
    public static WorkflowDefinition Remove(WorkflowDefinition definition, string path) => Change(definition, root => Remove(root, path));

    private static void Remove(JsonObject root, string path)
    {
        var (chart, step) = Find(root, path);
        Bypass(chart, step);
        Connections(chart).Where(c => End(c, "source").Activity == Text(step, "id")).ToList().ForEach(c => c.Parent!.AsArray().Remove(c));
        Activities(chart).Remove(step);
    }

    /// <summary>
    /// Takes a step to another place of its chart: an outcome of another step leads to it, and its first outcome on to where that led.
    /// What led to it leads to where its first outcome led before; its other outcomes stay.
    /// </summary>
    /// <param name="afterPath">The step before it from now on.</param>
    /// <param name="port">Its outcome.</param>
    /// <exception cref="KeyNotFoundException">There is no such step.</exception>
    public static WorkflowDefinition MoveAfter(WorkflowDefinition definition, string path, string afterPath, string port) =>
        path == afterPath ? definition : Change(definition, root => MoveAfter(root, path, afterPath, port));

    private static void MoveAfter(JsonObject root, string path, string afterPath, string port)
    {
        var (chart, step) = Find(root, path);
        var (sameChart, after) = Find(root, afterPath);
        if (chart != sameChart)
        {
            throw new KeyNotFoundException(afterPath);
        }

        var (id, afterId) = (Text(step, "id")!, Text(after, "id")!);
        var first = FirstOutcome(chart, step);
        Bypass(chart, step);
        var next = NextOf(chart, afterId, port);
        Lead(chart, afterId, [], [(port, id)]);
        Lead(chart, id, [], [(first, next)]);
        var at = Position(after);
        PlaceFree(chart, step, at.X + (StepWidth / 2), at.Y + StepHeight);
    }

    // The first that leads to another step; where none does, the first that the step offers.
    private static string FirstOutcome(JsonObject chart, JsonObject step)
    {
        var id = Text(step, "id");
        if (Connections(chart).FirstOrDefault(c => End(c, "source").Activity == id && End(c, "target").Activity != id) is { } connection)
        {
            return End(connection, "source").Port!;
        }

        var offered = (Value(step, "actionDefinitions") as JsonArray)?.FirstOrDefault();
        return offered is JsonObject action && Text(action, "key") is { } key ? key : "Done";
    }

    // Where an outcome of a step leads; null where it leads nowhere.
    private static string? NextOf(JsonObject chart, string? id, string port) =>
        Connections(chart).FirstOrDefault(c => End(c, "source") == (id, port)) is { } connection
            ? End(connection, "target").Activity
            : null;

    // Whatever led to a step leads to where its first outcome leads.
    private static void Bypass(JsonObject chart, JsonObject step)
    {
        var id = Text(step, "id");
        var next = Connections(chart)
            .Where(c => End(c, "source").Activity == id && End(c, "target").Activity != id)
            .Select(c => End(c, "target").Activity)
            .FirstOrDefault();
        foreach (var connection in Connections(chart)
            .Where(c => End(c, "target").Activity == id && End(c, "source").Activity != id)
            .ToList())
        {
            if (next is null)
            {
                connection.Parent!.AsArray().Remove(connection);
            }
            else
            {
                connection["target"] = new JsonObject { ["activity"] = next, ["port"] = "In" };
            }
        }

        if (Text(chart, "start") == id)
        {
            chart["start"] = next;
        }
    }

    public static WorkflowDefinition Rename(WorkflowDefinition definition, string name)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        json["name"] = name;
        return WorkflowDefinition.Of(json);
    }

    private static void Outcomes(JsonObject chart, JsonObject step, IReadOnlyList<StepOutcome> outcomes)
    {
        var id = Text(step, "id")!;
        var known = (Value(step, "actionDefinitions") as JsonArray ?? [])
            .OfType<JsonObject>()
            .ToDictionary(a => Text(a, "key") ?? "", a => (JsonObject)a.DeepClone());
        var made = new JsonArray();
        foreach (var outcome in outcomes)
        {
            var action = known.GetValueOrDefault(outcome.Key) ?? new JsonObject { ["key"] = outcome.Key };
            action["label"] = outcome.Label;
            if (outcome.CommentRequired)
            {
                action["commentRequired"] = true;
            }
            else
            {
                action.Remove("commentRequired");
            }

            made.Add((JsonNode)action);
        }

        if (!JsonNode.DeepEquals(made, Value(step, "actionDefinitions")))
        {
            Object(step, "actionDefinitions", made);
        }

        // A way out by time or of another kind stays.
        Lead(chart, id, known.Keys, outcomes.Select(o => (o.Key, o.To)));
    }

    private static JsonObject NewStep(string id, string title, double x, double y)
    {
        var step = NewActivity("Portal.UserTask", id, title);
        Place(step, x, y);
        Furnish(step, title);
        return step;
    }

    /// <summary>What a new human step has until somebody sets it.</summary>
    internal static void Furnish(JsonObject step, string title)
    {
        Meta(step)["displayText"] = title;
        Literal(step, "title", title);
        Object(step, "form", FormOf(CaseForms.StepNote.Key));
        Object(step, "assignment", new JsonArray("groupLead"));
        Object(step, "actionDefinitions", new JsonArray((JsonNode)new JsonObject { ["key"] = "Done", ["label"] = "Hoàn thành" }));
        Object(step, "due", new JsonObject { ["workingDays"] = "2" });
    }

    private static JsonObject FormOf(string key) => new() { ["providerName"] = "Portal", ["key"] = key };

    private static WorkflowDefinition Change(WorkflowDefinition definition, Action<JsonObject> change)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        Node.Modernise(json["root"]);
        if (!definition.Root.IsFlowchart)
        {
            // A root that is one activity has room for others once it lies in a flowchart.
            var only = json["root"]!;
            json["root"] = null;
            json["root"] = new JsonObject
            {
                ["id"] = definition.Root.Id == "flow" ? "flow1" : "flow",
                ["type"] = "Elsa.Flowchart",
                ["start"] = definition.Root.Id,
                ["activities"] = new JsonArray(only),
                ["connections"] = new JsonArray(),
            };
        }

        change((JsonObject)json["root"]!);
        return WorkflowDefinition.Of(json);
    }

    /// <exception cref="KeyNotFoundException">There is no such step.</exception>
    private static (JsonObject Chart, JsonObject Step) Find(JsonObject root, string path)
    {
        var chart = root;
        var ids = path.Split('/');
        for (var i = 0; ; i++)
        {
            var step = (chart["activities"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(a => Text(a, "id") == ids[i])
                ?? throw new KeyNotFoundException(path);
            if (i == ids.Length - 1)
            {
                return (chart, step);
            }

            chart = step["body"] as JsonObject ?? step;
        }
    }

    private static string ChartPath(string path) => path.LastIndexOf('/') is > 0 and var at ? path[..(at + 1)] : "";

    private static JsonArray Activities(JsonObject chart) => (JsonArray)chart["activities"]!;

    private static IEnumerable<JsonObject> Connections(JsonObject chart, bool create = false)
    {
        if (create)
        {
            chart["connections"] ??= new JsonArray();
        }

        return (chart["connections"] as JsonArray ?? []).OfType<JsonObject>();
    }

    private static void Connect(JsonObject chart, string from, string port, string to)
    {
        Connections(chart, create: true);
        ((JsonArray)chart["connections"]!).Add((JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        });
    }

    private static (string? Activity, string? Port) End(JsonObject connection, string end) =>
        connection[end] is JsonObject o ? (Text(o, "activity"), Text(o, "port")) : (null, null);

    private static string FreeId(JsonObject root, string prefix)
    {
        var taken = new HashSet<string>();
        void Collect(JsonNode? node)
        {
            if (node is not JsonObject activity)
            {
                return;
            }

            taken.Add(Text(activity, "id") ?? "");
            foreach (var child in activity["activities"] as JsonArray ?? [])
            {
                Collect(child);
            }

            Collect(activity["body"]);
        }

        Collect(root);
        var number = 1;
        while (taken.Contains($"{prefix}{number}"))
        {
            number++;
        }

        return $"{prefix}{number}";
    }

    private static JsonObject Meta(JsonObject step)
    {
        if (step["metadata"] is not JsonObject metadata)
        {
            metadata = [];
            step["metadata"] = metadata;
        }

        return metadata;
    }

    private static (double X, double Y) Position(JsonObject step) =>
        step["metadata"]?["designer"]?["position"] is JsonObject p ? (Node.Double(p, "x") ?? 0, Node.Double(p, "y") ?? 0) : (0, 0);

    // There, or below it where another step lies.
    private static void PlaceFree(JsonObject chart, JsonObject step, double x, double y)
    {
        var taken = Activities(chart).OfType<JsonObject>()
            .Where(a => a != step)
            .Select(a => (Position(a).X, Position(a).Y, Size: SizeOf(a)))
            .ToList();
        while (taken.Exists(t => x < t.X + t.Size.Width && t.X < x + BoxWidth && y < t.Y + t.Size.Height && t.Y < y + BoxHeight))
        {
            y += StepHeight;
        }

        Place(step, x, y);
    }

    private static (double Width, double Height) SizeOf(JsonObject step) =>
        step["metadata"]?["designer"]?["size"] is JsonObject s
            ? (Node.Double(s, "width") ?? BoxWidth, Node.Double(s, "height") ?? BoxHeight) : (BoxWidth, BoxHeight);

    private static void Place(JsonObject step, double x, double y)
    {
        var metadata = Meta(step);
        if (metadata["designer"] is not JsonObject designer)
        {
            designer = [];
            metadata["designer"] = designer;
        }

        designer["position"] = new JsonObject { ["x"] = x, ["y"] = y };
    }

    private static string? Text(JsonObject json, string name) => Node.Text(json, name);

    private static void Put<T>(JsonObject step, string name, T after, T before)
    {
        var (now, was) = (JsonSerializer.SerializeToNode(after, Compact), JsonSerializer.SerializeToNode(before, Compact));
        if (!JsonNode.DeepEquals(now, was))
        {
            Object(step, name, now is JsonArray { Count: 0 } or JsonObject { Count: 0 } ? null : now);
        }
    }

    private static void Literal(JsonObject step, string name, string text) => step[name] = new JsonObject
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = text },
    };

    /// <summary>Switches a setting of a step on; off, it is not there.</summary>
    internal static void Flag(JsonObject step, string name, bool on)
    {
        step.Remove(name);
        if (on)
        {
            step[name] = new JsonObject
            {
                ["typeName"] = "Boolean",
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = true },
            };
        }
    }

    internal static void Object(JsonObject step, string name, JsonNode? value, string typeName = "Object")
    {
        if (value is null)
        {
            step.Remove(name);
            return;
        }

        step[name] = new JsonObject
        {
            ["typeName"] = typeName,
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = value.ToJsonString(Compact) }
        };
    }

    /// <summary>The value that is written at a setting; null where it is computed, and where it is no JSON.</summary>
    internal static JsonNode? Value(JsonObject step, string name)
    {
        if (InputValue.Read(step[name]) is not { Type: "Object" or "Json" or "Literal" } input)
        {
            return null;
        }

        if (input.Type == "Literal" || input.Value is not JsonValue v || !v.TryGetValue<string>(out var text))
        {
            return input.Value;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
