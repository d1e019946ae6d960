using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

public static partial class DefinitionEditor
{
    /// <summary>Puts settings into an automatic step. Inputs that do not change are not touched.</summary>
    public static WorkflowDefinition SetAutomatic(WorkflowDefinition definition, string path, AutomaticSettings settings) => Change(definition, root =>
    {
        var (chart, step) = Find(root, path);
        var before = AutomaticSettings.Of(new CompiledDefinition(definition).All.First(a => a.Path == path));
        var type = Text(step, "type");
        if (settings.Title != before.Title)
        {
            Meta(step)["displayText"] = settings.Title;
        }

        if (settings.Script != before.Script)
        {
            step["condition"] = Input("Boolean", "JavaScript", settings.Script);
        }

        if (settings.All != before.All)
        {
            step["mode"] = type == AutomaticSettings.Join
                ? Input("FlowJoinMode", "Literal", settings.All ? "WaitAll" : "WaitAny")
                : Input("String", "Literal", settings.All ? "MatchAny" : "MatchFirst");
        }

        Put(step, "to", settings.To, before.To);
        if (settings.Kind != before.Kind)
        {
            Literal(step, "kind", settings.Kind);
        }

        if (settings.Process != before.Process)
        {
            step["workflowDefinitionId"] = Input("String", "Literal", settings.Process);
        }

        if (settings.WaitsForEnd != before.WaitsForEnd)
        {
            step["waitForCompletion"] = Input("Boolean", "Literal", settings.WaitsForEnd ? "true" : "false");
        }

        if ((settings.Until, settings.Moment) != (before.Until, before.Moment))
        {
            SetWait(step, settings);
        }

        if (type == AutomaticSettings.Switch)
        {
            Cases(step, settings.Ways);
        }
        else if (type == AutomaticSettings.Fork && !settings.Ways.Select(w => w.Port).SequenceEqual(before.Ways.Select(w => w.Port)))
        {
            step["branches"] = Input("String[]", "Object",
                new JsonArray([.. settings.Ways.Select(w => (JsonNode)JsonValue.Create(w.Port)!)]).ToJsonString(Compact));
        }

        Lead(chart, Text(step, "id")!, before.Ways.Select(w => w.Port), settings.Ways.Select(w => (w.Port, w.To)));
    });

    /// <summary>Puts one of the usual patterns on the way that an outcome takes: the outcome leads to it, and it on to where that
    /// led.</summary>
    /// <param name="afterPath">The step before.</param>
    /// <param name="port">Its outcome.</param>
    /// <param name="title">Titles of the steps it is made of; what is not named is called by the last of them.</param>
    public static (WorkflowDefinition Definition, string Path) Insert(
        WorkflowDefinition definition, string afterPath, string port, Pattern pattern, params string[] title)
    {
        var first = "";
        var changed = Change(definition, root =>
        {
            var (chart, before) = Find(root, afterPath);
            var at = Position(before);
            string Title(int i) => title[Math.Min(i, title.Length - 1)];
            string Put(JsonObject step, double dx, double dy)
            {
                Place(step, at.X + dx, at.Y + dy);
                Activities(chart).Add((JsonNode)step);
                return Text(step, "id")!;
            }

            var next = Connections(chart).FirstOrDefault(c => End(c, "source") == (Text(before, "id"), port)) is { } way
                ? End(way, "target").Activity
                : null;
            switch (pattern)
            {
                case Pattern.Approval:
                    var step = NewStep(FreeId(root, "buoc"), Title(0), 0, 0);
                    first = Put(step, StepWidth / 2, StepHeight);
                    Object(step, "actionDefinitions", new JsonArray(
                        new JsonObject { ["key"] = "Approve", ["label"] = "Duyệt" },
                        new JsonObject { ["key"] = "Return", ["label"] = "Trả lại", ["commentRequired"] = true },
                        new JsonObject { ["key"] = "Reject", ["label"] = "Không duyệt", ["commentRequired"] = true }));
                    var end = Activities(chart).OfType<JsonObject>().FirstOrDefault(a => Text(a, "type") == "Elsa.Finish") is { } finish ? Text(finish, "id")!
                        : Put(NewActivity("Elsa.Finish", FreeId(root, "ketThuc"), Title(1)), StepWidth * 2, StepHeight);
                    Lead(chart, first, [], [("Approve", next), ("Return", Text(before, "id")), ("Reject", end)]);
                    break;
                case Pattern.Decision:
                    first = Put(NewActivity(AutomaticSettings.Decision, FreeId(root, "dieuKien"), Title(0),
                        ("condition", Input("Boolean", "JavaScript", "return true;"))), StepWidth / 2, StepHeight);
                    Lead(chart, first, [], [("True", next), ("False", next)]);
                    break;
                case Pattern.Parallel:
                    first = Put(NewActivity(AutomaticSettings.Fork, FreeId(root, "chiaNhanh"), Title(2),
                        ("branches", Input("String[]", "Object", """["A","B"]"""))), StepWidth / 2, StepHeight);
                    var one = Put(NewStep(FreeId(root, "buoc"), Title(0), 0, 0), StepWidth, StepHeight);
                    var two = Put(NewStep(FreeId(root, "buoc"), Title(1), 0, 0), StepWidth, StepHeight * 2);
                    var join = Put(NewActivity(AutomaticSettings.Join, FreeId(root, "cho"), Title(3),
                        ("mode", Input("FlowJoinMode", "Literal", "WaitAll"))), StepWidth * 2, StepHeight);
                    Lead(chart, first, [], [("A", one), ("B", two)]);
                    Lead(chart, one, [], [("Done", join)]);
                    Lead(chart, two, [], [("Done", join)]);
                    Lead(chart, join, [], [("Done", next)]);
                    break;
                case Pattern.Wait:
                    first = Put(NewActivity(AutomaticSettings.Delay, FreeId(root, "choDen"), Title(0),
                        ("timeSpan", Input("TimeSpan", "Literal", "1.00:00:00"))), StepWidth / 2, StepHeight);
                    Lead(chart, first, [], [("Done", next)]);
                    break;
                case Pattern.Notice:
                    first = Put(NewActivity(AutomaticSettings.Notify, FreeId(root, "thongBao"), Title(0),
                        ("to", Input("Object", "Object", """["groupLead"]""")),
                        ("kind", Input("String", "Literal", "Changed"))), StepWidth / 2, StepHeight);
                    Lead(chart, first, [], [("Done", next)]);
                    break;
                case Pattern.OtherProcess:
                    first = Put(NewActivity(AutomaticSettings.Dispatch, FreeId(root, "moHoSo"), Title(0),
                        ("workflowDefinitionId", Input("String", "Literal", "")),
                        ("waitForCompletion", Input("Boolean", "Literal", "true"))), StepWidth / 2, StepHeight);
                    Lead(chart, first, [], [("Done", next)]);
                    break;
                default:
                    first = Put(NewStep(FreeId(root, "buoc"), Title(0), 0, 0), StepWidth / 2, StepHeight);
                    Lead(chart, first, [], [("Done", next)]);
                    break;
            }

            Lead(chart, Text(before, "id")!, [], [(port, first)]);
        });
        return (changed, ChartPath(afterPath) + first);
    }

    /// <summary>An outcome of a step leads to another step of the same chart from now on.</summary>
    public static WorkflowDefinition Connect(WorkflowDefinition definition, string path, string port, string to) => Change(definition, root =>
    {
        var (chart, step) = Find(root, path);
        Lead(chart, Text(step, "id")!, [], [(port, to)]);
    });

    /// <summary>A step of another definition, with its settings, not yet connected: its ways lead elsewhere here.</summary>
    public static (WorkflowDefinition Definition, string Path) CopyFrom(
        WorkflowDefinition definition, WorkflowDefinition source, string sourcePath)
    {
        var id = "";
        var changed = Change(definition, root =>
        {
            var from = (JsonObject)source.Json["root"]!.DeepClone();
            Node.Modernise(from);
            var copy = (JsonObject)Find(from, sourcePath).Step.DeepClone();
            id = FreeId(root, Text(copy, "id")!);
            (copy["id"], copy["name"]) = (id, id);
            copy.Remove("nodeId");
            Place(copy, 0, Activities(root).OfType<JsonObject>().Select(a => Position(a).Y).DefaultIfEmpty(0).Max() + StepHeight);
            Activities(root).Add((JsonNode)copy);
        });
        return (changed, id);
    }

    private static void SetWait(JsonObject step, AutomaticSettings settings)
    {
        if (settings.Until == WaitUntil.Hours)
        {
            (step["type"], step["timeSpan"]) = (AutomaticSettings.Delay,
                Input("TimeSpan", "Literal",
                    TimeSpan.FromHours(long.Parse(settings.Moment, CultureInfo.InvariantCulture))
                        .ToString("c", CultureInfo.InvariantCulture)));
            step.Remove("dateTime");
            return;
        }

        (step["type"], step["dateTime"]) = (AutomaticSettings.StartAt, settings.Until switch
        {
            WaitUntil.Fact => Input("DateTimeOffset", "JavaScript", $"return getInput('{settings.Moment}');"),
            WaitUntil.Day => Input("DateTimeOffset", "Literal", $"{settings.Moment}T00:00:00+07:00"),
            _ => Input("DateTimeOffset", "JavaScript", settings.Moment),
        });
        step.Remove("timeSpan");
    }

    private static void Cases(JsonObject step, IReadOnlyList<Way> ways)
    {
        var known = (step["cases"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .ToDictionary(c => Text(c, "label") ?? "", c => (JsonObject)c.DeepClone());
        var made = new JsonArray();
        foreach (var way in ways.Where(w => w.Port != "Default"))
        {
            var one = known.GetValueOrDefault(way.Port) ?? new JsonObject { ["label"] = way.Port };
            if (InputValue.ReadExpression(one["condition"])?.Source != way.Script)
            {
                one["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = way.Script };
            }

            made.Add((JsonNode)one);
        }

        if (!JsonNode.DeepEquals(made, step["cases"]))
        {
            step["cases"] = made;
        }
    }

    /// <summary>Connects the ports of a step to where they lead; what is not named stays, a port that is gone loses its way.</summary>
    private static void Lead(JsonObject chart, string id, IEnumerable<string> before, IEnumerable<(string Port, string? To)> ways)
    {
        var wanted = ways.ToList();
        foreach (var (port, to) in wanted)
        {
            var connection = Connections(chart).FirstOrDefault(c => End(c, "source") == (id, port));
            if (string.IsNullOrEmpty(to))
            {
                connection?.Parent!.AsArray().Remove(connection);
            }
            else if (connection is null)
            {
                Connect(chart, id, port, to);
            }
            else if (End(connection, "target").Activity != to)
            {
                connection["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" };
                connection.Remove("vertices");
            }
        }

        foreach (var gone in before.Except(wanted.Select(w => w.Port)))
        {
            Connections(chart).Where(c => End(c, "source") == (id, gone)).ToList().ForEach(c => c.Parent!.AsArray().Remove(c));
        }
    }

    private static JsonObject NewActivity(string type, string id, string title, params (string Name, JsonObject Input)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject { ["displayText"] = title },
        };
        foreach (var (name, input) in inputs)
        {
            activity[name] = input;
        }

        return activity;
    }

    private static JsonObject Input(string typeName, string expression, string value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
    };
}
