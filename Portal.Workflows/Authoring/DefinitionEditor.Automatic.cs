using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

public static partial class DefinitionEditor
{
    /// <summary>Puts settings into an automatic step. Inputs that do not change are not touched.</summary>
    public static WorkflowDefinition SetAutomatic(
        WorkflowDefinition definition, string path, AutomaticSettings settings) => Change(definition, root =>
    {
        var (chart, step) = Find(root, path);
        var before = AutomaticSettings.Of(new CompiledDefinition(definition).At(path)!);
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
            step["mode"] = Mode(type, settings.All);
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
            Cases(step, settings.Branches);
        }
        else if (type == AutomaticSettings.Fork
            && !settings.Branches.Select(b => b.Port).SequenceEqual(before.Branches.Select(b => b.Port)))
        {
            step["branches"] = Input("String[]", "Object",
                new JsonArray([.. settings.Branches.Select(b => (JsonNode)JsonValue.Create(b.Port)!)]).ToJsonString(Compact));
        }

        Lead(chart, Text(step, "id")!, before.Branches.Select(b => b.Port), settings.Branches.Select(b => (b.Port, b.To)));
    });

    private static JsonObject Mode(string? type, bool all)
    {
        if (type == AutomaticSettings.Join)
        {
            return Input("FlowJoinMode", "Literal", all ? "WaitAll" : "WaitAny");
        }

        return Input("String", "Literal", all ? "MatchAny" : "MatchFirst");
    }

    /// <summary>An outcome of a step leads to another step of the same chart from now on.</summary>
    public static WorkflowDefinition Connect(
        WorkflowDefinition definition, string path, string port, string to) => Change(definition, root =>
    {
        var (chart, step) = Find(root, path);
        Lead(chart, Text(step, "id")!, [], [(port, to)]);
    });

    private static void SetWait(JsonObject step, AutomaticSettings settings)
    {
        foreach (var other in new[] { "timeSpan", "dateTime", "cronExpression" })
        {
            step.Remove(other);
        }

        if (settings.Until == WaitUntil.Schedule)
        {
            (step["type"], step["cronExpression"]) = (AutomaticSettings.Schedule, Input("String", "Literal", settings.Moment));
            return;
        }

        if (settings.Until == WaitUntil.Hours)
        {
            (step["type"], step["timeSpan"]) = (AutomaticSettings.Delay,
                Input("TimeSpan", "Literal",
                    TimeSpan.FromHours(long.Parse(settings.Moment, CultureInfo.InvariantCulture))
                        .ToString("c", CultureInfo.InvariantCulture)));
            return;
        }

        (step["type"], step["dateTime"]) = (AutomaticSettings.StartAt, settings.Until switch
        {
            WaitUntil.Fact => Input("DateTimeOffset", "JavaScript", $"return getInput('{settings.Moment}');"),
            WaitUntil.Day => Input("DateTimeOffset", "Literal", $"{settings.Moment}T00:00:00+07:00"),
            _ => Input("DateTimeOffset", "JavaScript", settings.Moment),
        });
    }

    private static void Cases(JsonObject step, IReadOnlyList<OutgoingBranch> branches)
    {
        var known = (step["cases"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .ToDictionary(c => Text(c, "label") ?? "", c => (JsonObject)c.DeepClone());
        var made = new JsonArray();
        foreach (var branch in branches.Where(b => b.Port != "Default"))
        {
            var one = known.GetValueOrDefault(branch.Port) ?? new JsonObject { ["label"] = branch.Port };
            if (InputValue.ReadExpression(one["condition"])?.Source != branch.Script)
            {
                one["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = branch.Script };
            }

            made.Add((JsonNode)one);
        }

        if (!JsonNode.DeepEquals(made, step["cases"]))
        {
            step["cases"] = made;
        }
    }

    /// <summary>Connects the ports of a step to where they lead; what is not named stays, a port that is gone loses its
    /// connection.</summary>
    private static void Lead(JsonObject chart, string id, IEnumerable<string> before, IEnumerable<(string Port, string? To)> targets)
    {
        var wanted = targets.ToList();
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
