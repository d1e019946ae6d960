using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Authoring;

/// <summary>
/// A definition as Elsa Studio edits it, and back. Studio knows the outcomes of a step from an input of their own (<see cref="Outcomes"/>);
/// it drops what it does not know at some places and writes nulls at others. What it only lost on the way comes back from the stored
/// document; what a person changed stays changed.
/// </summary>
public static class StudioDocument
{
    /// <summary>Input of a human step that Studio draws its ports from; it is in no stored document.</summary>
    public const string Outcomes = "outcomes";

    private const string Timeout = "Timeout", Cancelled = "Cancelled";

    /// <summary>At the root of the document: kept where Studio does not write them.</summary>
    private static readonly string[] NotStudios = ["$schema", "isSystem", "tenantId"];

    /// <summary>What Studio says of the row, which the row says itself.</summary>
    private static readonly string[] OfTheRow = ["links", "createdAt", "isReadonly", "publish", "toolVersion"];

    /// <summary>The document without what Studio does not read, every human step with its outcomes as an input.</summary>
    public static JsonObject ForStudio(WorkflowDefinition definition)
    {
        var json = JsonNode.Parse(definition.Write())!.AsObject();
        json.Remove("$schema");
        foreach (var step in Activities(json["root"]).Where(IsHuman))
        {
            if (OutcomesOf(step) is { } outcomes)
            {
                DefinitionEditor.Object(step, Outcomes, new JsonArray([.. outcomes.Select(o => (JsonNode)o)]), "ICollection<String>");
            }
        }

        return json;
    }

    /// <summary>Which version a document from Studio shows, and of which process.</summary>
    public static (string VersionId, string DefinitionId) Shown(JsonObject model) =>
        (Node.Text(model, "id") ?? "", Node.Text(model, "definitionId") ?? "");

    /// <summary>The document that Studio sent, as it is stored.</summary>
    /// <param name="model">Changed.</param>
    /// <param name="stored">What it was made from; null for a new process.</param>
    public static JsonObject FromStudio(JsonObject model, WorkflowDefinition? stored)
    {
        var before = stored?.Json;
        foreach (var name in OfTheRow)
        {
            model.Remove(name);
            if (before?[name] is { } kept)
            {
                model[name] = kept.DeepClone();
            }
        }

        foreach (var name in NotStudios.Where(n => model[n] is null && before?[n] is not null))
        {
            model[name] = before![name]!.DeepClone();
        }

        foreach (var step in Activities(model["root"]).Where(IsHuman).ToList())
        {
            TakeOutcomes(step, stored);
        }

        Conform(model, before);
        return model;
    }

    private static bool IsHuman(JsonObject activity) =>
        Node.Text(activity, "type") is { } type && Catalogue.Find(type) is UserTaskActivity;

    private static IEnumerable<JsonObject> Activities(JsonNode? activity) => activity is not JsonObject json
        ? []
        : (json["activities"] as JsonArray ?? []).Append(json["body"]).SelectMany(Activities).Prepend(json);

    // Null where they are computed: only a run says them.
    private static List<string>? OutcomesOf(JsonObject step)
    {
        if (step["actionDefinitions"] is not null && DefinitionEditor.Value(step, "actionDefinitions") is not JsonArray)
        {
            return null;
        }

        var keys = Actions(step).Select(a => Node.Text(a, "key") ?? "").Where(k => k.Length > 0).ToList();
        return
        [
            .. keys.Count > 0 ? keys : ["Complete"],
            .. IsOn(step, "enableTimeoutOutcome") ? [Timeout] : Array.Empty<string>(),
            .. IsOn(step, "enableCancellationOutcome") ? [Cancelled] : Array.Empty<string>(),
        ];
    }

    private static void TakeOutcomes(JsonObject step, WorkflowDefinition? stored)
    {
        var given = DefinitionEditor.Value(step, Outcomes) as JsonArray;
        step.Remove(Outcomes);
        if (step["assignment"] is null
            && step["actionDefinitions"] is null
            && stored?.AllActivities.Any(a => a.Id == Node.Text(step, "id")) != true)
        {
            // Studio drags in a step with a name and a place: it begins like a step of the portal's own editor.
            DefinitionEditor.Furnish(step, "Bước mới");
        }

        var before = OutcomesOf(step);
        if (given is null || before is null)
        {
            return;
        }

        var now = given.Select(o => o?.ToString().Trim() ?? "").Where(o => o.Length > 0).Distinct().ToList();
        if (now.ToHashSet().SetEquals(before))
        {
            return;
        }

        var actions = Actions(step)
            .DistinctBy(a => Node.Text(a, "key") ?? "")
            .ToDictionary(a => Node.Text(a, "key") ?? "", a => (JsonObject)a.DeepClone());
        DefinitionEditor.Object(step, "actionDefinitions", new JsonArray([.. now.Where(o => o is not (Timeout or Cancelled)).Select(
            o => (JsonNode)(actions.GetValueOrDefault(o) ?? new JsonObject { ["key"] = o, ["label"] = o }))]));
        Switch(step, "enableTimeoutOutcome", now.Contains(Timeout));
        Switch(step, "enableCancellationOutcome", now.Contains(Cancelled));
    }

    private static IEnumerable<JsonObject> Actions(JsonObject step) =>
        (DefinitionEditor.Value(step, "actionDefinitions") as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsOn(JsonObject step, string name) =>
        DefinitionEditor.Value(step, name) is JsonValue v && bool.TryParse(v.ToString(), out var on) && on;

    private static void Switch(JsonObject step, string name, bool on)
    {
        if (on != IsOn(step, name))
        {
            DefinitionEditor.Flag(step, name, on);
        }
    }

    /// <summary>
    /// Puts an object into the shape that it had: Studio writes null for what nobody set and for what was cleared, empty lists and defaults
    /// where there were none, measures boxes anew, and leaves what was touched last at the end. A null that was there before is somebody's.
    /// </summary>
    private static void Conform(JsonObject json, JsonObject? before)
    {
        // Studio clears a setting by a null; one that it does not name at all it does not know of, as those that a new step was given.
        foreach (var (name, kept) in (before ?? []).Where(p => !json.ContainsKey(p.Key) && IsLost(p.Key, p.Value)).ToList())
        {
            json[name] = kept!.DeepClone();
        }

        foreach (var (name, value) in json.ToList())
        {
            var kept = before?[name];
            if (name == "size" && kept is not null)
            {
                json[name] = kept.DeepClone();
            }
            else if (IsNothing(name, value) && (before?.ContainsKey(name) != true || (value is null && kept is not null)))
            {
                json.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                Conform(inner, kept as JsonObject);
            }
            else if (value is JsonArray list)
            {
                Conform(list, kept as JsonArray);
            }
        }

        var places = (before ?? []).Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i);
        var ordered = json.OrderBy(p => places.GetValueOrDefault(p.Key, int.MaxValue)).ToList();
        json.Clear();
        ordered.ForEach(p => json.Add(p.Key, p.Value));
    }

    private static void Conform(JsonArray list, JsonArray? before)
    {
        var known = (before ?? [])
            .Select((item, i) => (Name: NameOf(item), Item: item as JsonObject, i))
            .Where(k => k.Name.Length > 0)
            .DistinctBy(k => k.Name)
            .ToDictionary(k => k.Name, k => (k.Item, k.i));
        foreach (var item in list.OfType<JsonObject>())
        {
            Conform(item, known.TryGetValue(NameOf(item), out var earlier) ? earlier.Item : null);
        }

        if (known.Count > 0)
        {
            var ordered = list.OrderBy(i => known.TryGetValue(NameOf(i), out var earlier) ? earlier.i : int.MaxValue).ToList();
            list.Clear();
            ordered.ForEach(list.Add);
        }
    }

    private static bool IsLost(string name, JsonNode? kept) =>
        name is "size" or "displayText" || (kept is JsonObject setting && setting["expression"] is not null);

    private static bool IsNothing(string name, JsonNode? value) =>
        value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 }
        || (name == "isArray" && value is JsonValue v && v.TryGetValue<bool>(out var isArray) && !isArray);

    // What tells one of a list from the others: activities, variables, inputs; a connection by its two ends.
    private static string NameOf(JsonNode? item) => item switch
    {
        JsonObject { Count: > 0 } connection when connection["source"] is JsonObject source && connection["target"] is JsonObject target =>
            $"{source.ToJsonString()} {target.ToJsonString()}",
        JsonObject json => Node.Text(json, "id") ?? Node.Text(json, "name") ?? "",
        _ => "",
    };
}
