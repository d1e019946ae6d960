using System.Text.Json.Nodes;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Scenarios.Edits;

/// <summary>Changes of a definition that nobody thought over: by the editor's own operations, and in its JSON.</summary>
internal static class RandomEdits
{
    private static readonly string[] People =
        ["groupLead", "groupMembers", "leaderInCharge", "head", "standingDeputy", "initiator", "role:Clerk", "role:ComplianceOfficer"];

    /// <summary>A few changes, one after the other; what cannot be done to the step at hand is left out.</summary>
    public static WorkflowDefinition Made(WorkflowDefinition definition, Random random)
    {
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            definition = One(definition, random);
        }

        return WorkflowDefinition.Read(definition.Write());
    }

    private static WorkflowDefinition One(WorkflowDefinition definition, Random random)
    {
        var compiled = new CompiledDefinition(definition);
        var steps = Outline.Of(compiled).Where(s => s.Type != "Elsa.Start").ToList();
        var step = Pick(steps, random);
        var (ports, others) = (step.Leads.Select(l => l.Port).Distinct().ToList(), steps.Where(s => ChartOf(s) == ChartOf(step)).ToList());
        return random.Next(12) switch
        {
            0 => DefinitionEditor.Remove(definition, step.Path),
            1 or 2 when ports.Count > 0 => DefinitionEditor.Insert(
                definition, step.Path, Pick(ports, random), (Pattern)random.Next(6), "Bước thêm", "Nhánh", "Chia", "Chờ").Definition,
            3 when ports.Count > 0 => DefinitionEditor.Connect(definition, step.Path, Pick(ports, random), Pick(others, random).Id),
            4 when Pick(others, random) is { Leads.Count: > 0 } after =>
                DefinitionEditor.MoveAfter(definition, step.Path, after.Path, Pick(after.Leads, random).Port),
            5 => DefinitionEditor.Remove(definition, [], ports.Count == 0 ? [] : [(step.Path, Pick(ports, random))]),
            6 when step.Settings is { } s =>
                DefinitionEditor.SetStep(compiled, step.Path, s with { Who = [.. s.Who.Skip(random.Next(2)), Pick(People, random)] }),
            7 when step.Settings is { } s => DefinitionEditor.SetStep(compiled, step.Path, s with
            {
                OnTimeout = new TimeoutRule { Do = TimeoutRule.Leave },
                TimeoutTarget = Pick(others, random).Id,
                Due = s.Due ?? new DueRule { WorkingDays = "2" },
            }),
            8 when step.Settings is { } s =>
                DefinitionEditor.SetStep(compiled, step.Path, s with { Due = new DueRule { WorkingDays = $"{random.Next(1, 9)}" } }),
            _ => InJson(definition, random),
        };
    }

    // Ends of connections exchanged, a connection doubled or taken out, a way of waiting for branches, a condition that is always the same.
    private static WorkflowDefinition InJson(WorkflowDefinition definition, Random random)
    {
        var json = (JsonObject)definition.Json.DeepClone();
        var charts = Charts((JsonObject)json["root"]!).ToList();
        var chart = Pick(charts, random);
        var (activities, connections) = ((JsonArray)chart["activities"]!, chart["connections"] as JsonArray ?? []);
        if (connections.Count < 2)
        {
            return definition;
        }

        var (one, two) = (Pick(connections, random)!, Pick(connections, random)!);
        var step = (JsonObject)Pick(activities, random)!;
        switch (random.Next(6))
        {
            case 0:
                (one["target"], two["target"]) = (two["target"]!.DeepClone(), one["target"]!.DeepClone());
                break;
            case 1:
                connections.Remove(one);
                break;
            case 2:
                var doubled = one.DeepClone();
                doubled["target"] = two["target"]!.DeepClone();
                connections.Add(doubled);
                break;
            case 3:
                step["mergeMode"] = Pick(["Stream", "Merge", "Converge", "Race", "Cascade"], random);
                break;
            case 4 when step["condition"] is JsonObject:
                step["condition"] = Literal($"return {(random.Next(2) == 0 ? "true" : "false")};");
                break;
            default:
                if ((string?)step["type"] == "Elsa.FlowJoin")
                {
                    step["mode"] = new JsonObject
                    {
                        ["typeName"] = "FlowJoinMode",
                        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = random.Next(2) == 0 ? "WaitAny" : "WaitAll" },
                    };
                }

                break;
        }

        return WorkflowDefinition.Of(json);
    }

    private static IEnumerable<JsonObject> Charts(JsonObject chart)
    {
        yield return chart;
        foreach (var step in (chart["activities"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var inner = step["body"] as JsonObject ?? step;
            if (inner["activities"] is JsonArray)
            {
                foreach (var found in Charts(inner))
                {
                    yield return found;
                }
            }
        }
    }

    private static JsonObject Literal(string script) => new()
    {
        ["typeName"] = "Boolean",
        ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
    };

    private static string ChartOf(OutlineStep step) => step.Path[..Math.Max(0, step.Path.LastIndexOf('/'))];

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];

    private static JsonNode? Pick(JsonArray list, Random random) => list[random.Next(list.Count)];
}
