using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Scenarios;

/// <summary>
/// The scenarios of a definition. They are part of it (<c>customProperties.portal.scenarios</c>), so that they go with its versions, its
/// drafts and its exports.
/// </summary>
public static class ScenarioBook
{
    private const string Property = "scenarios";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>In the order in which they were kept; what cannot be read is left out.</summary>
    public static IReadOnlyList<Scenario> Of(WorkflowDefinition definition) =>
        [.. (definition.Portal?[Property] as JsonArray ?? []).Select(Read).OfType<Scenario>()];

    /// <summary>Keeps one; another of the same name goes.</summary>
    public static WorkflowDefinition With(WorkflowDefinition definition, Scenario scenario) =>
        Put(definition, [.. Of(definition).Where(s => s.Name != scenario.Name), scenario]);

    public static WorkflowDefinition Without(WorkflowDefinition definition, string name) =>
        Put(definition, [.. Of(definition).Where(s => s.Name != name)]);

    /// <summary>What was done in a dry run and where it stands.</summary>
    public static Scenario Kept(string name, DryRun run) => new(name, run.StartsAt, run.Acts, Ends(run));

    /// <summary>Does in a new run what was done before.</summary>
    /// <param name="run">Begins at the scenario's own moment.</param>
    public static async Task<ScenarioOutcome> PlayAsync(Scenario scenario, DryRun run, CancellationToken cancellation = default)
    {
        for (var i = 0; i < scenario.Acts.Count; i++)
        {
            var done = await run.DoAsync(scenario.Acts[i], cancellation);
            if (!done.IsSuccess)
            {
                return new ScenarioOutcome(scenario, i, done.Refusal, Ends(run));
            }
        }

        return new ScenarioOutcome(scenario, scenario.Acts.Count, null, Ends(run));
    }

    private static ScenarioStand[] Ends(DryRun run) =>
    [
        .. run.Cases.Select(c => new ScenarioStand(
            c.Case.ProcessKey,
            c.Case.Status,
            [.. run.Open.Where(t => t.CaseId == c.Case.Id).Select(t => t.StepId).Order(StringComparer.Ordinal)])),
    ];

    private static WorkflowDefinition Put(WorkflowDefinition definition, IReadOnlyList<Scenario> scenarios) => DefinitionEditor.SetOwn(
        definition, Property, new JsonArray([.. scenarios.Select(s => JsonSerializer.SerializeToNode(s, Json))]));

    private static Scenario? Read(JsonNode? node)
    {
        try
        {
            return node.Deserialize<Scenario>(Json) is { Name: not null, Acts: not null, Ends: not null } scenario ? scenario : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
