using System.Text.Json.Nodes;
using CsCheck;
using Portal.Web.ElsaStudio;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>A definition goes to Elsa Studio and comes back: nothing of ours is lost, what a person changed there stays.</summary>
public class StudioDocumentTests
{
    public static TheoryData<string> Shipped() => [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_comes_back_unchanged_is_the_same_to_the_letter_whatever_studio_does_to_it_by_itself(string key)
    {
        var stored = Of(key);
        Gen.Int[0, 100_000].Sample(seed =>
        {
            var sent = StudioDocument.ForStudio(stored);
            Mangle(sent, new Random(seed));
            Assert.Equal(stored.Write(), WorkflowDefinition.Read(StudioDocument.FromStudio(sent, stored).ToJsonString()).Write());
        }, iter: 60);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_human_step_shows_its_outcomes_and_every_setting_is_one_that_studio_knows(string key)
    {
        var stored = Of(key);
        var compiled = new CompiledDefinition(stored);
        var sent = WorkflowDefinition.Read(StudioDocument.ForStudio(stored).ToJsonString());
        foreach (var activity in sent.AllActivities)
        {
            var known = StudioDescriptors.Inputs[activity.Type].Select(i => i.Name);
            var settings = activity.Json.Where(p => p.Value is JsonObject o && o["expression"] is not null).Select(p => p.Key);
            Assert.Empty(settings.Except(known));
        }

        foreach (var step in compiled.All.Where(a => a.FixedSpec is not null))
        {
            var shown = sent.AllActivities.First(a => a.Id == step.Id).Input(StudioDocument.Outcomes)!;
            Assert.Equal(step.FixedSpec!.Outcomes, JsonNode.Parse(shown.Source)!.AsArray().Select(o => (string)o!));
        }
    }

    /// <summary>A type without a descriptor would show nothing of a whole definition, and say nothing.</summary>
    [Fact]
    public void Every_type_that_the_portal_runs_and_every_setting_of_one_is_described_in_both_languages()
    {
        var texts = new Portal.Web.Texts.TextCatalogue();
        Assert.Equal(Portal.Workflows.Activities.Catalogue.All.Select(t => t.Name).Order(), StudioDescriptors.Inputs.Keys.Order());
        foreach (var key in StudioDescriptors.Inputs.Keys.Select(t => $"activity.{t}")
            .Concat(StudioDescriptors.Inputs.Values.SelectMany(i => i).Select(i => $"Studio.Input.{i.Name}")))
        {
            Assert.True(texts.Vietnamese.ContainsKey(key) && texts.English.ContainsKey(key), key);
        }
    }

    [Fact]
    public void An_outcome_that_is_added_taken_away_or_switched_off_changes_the_step()
    {
        var stored = Of("field-trip");
        var before = new CompiledDefinition(stored).Find("review")!.FixedSpec!;
        var sent = StudioDocument.ForStudio(stored);
        var step = Find(sent, "review");
        string[] outcomes = [.. before.Outcomes.Where(o => o is not ("Return" or "Timeout")), "Hỏi thêm"];
        step[StudioDocument.Outcomes]!["expression"]!["value"] = new JsonArray([.. outcomes.Select(o => (JsonNode)o)]).ToJsonString();
        var after = new CompiledDefinition(Back(sent, stored)).Find("review")!;
        Assert.Equal(outcomes, after.FixedSpec!.Outcomes);
        Assert.False(after.FixedSpec.EnableTimeoutOutcome);
        Assert.Equal("Hỏi thêm", after.FixedSpec.Action("Hỏi thêm")!.Label);
        Assert.Equal(before.Action("Acknowledge"), after.FixedSpec.Action("Acknowledge"));
        Assert.Null(after.Node.Json[StudioDocument.Outcomes]);
    }

    [Fact]
    public void Settings_of_any_shape_are_taken_as_they_are()
    {
        var stored = Of("leader-task");
        string[] shapes =
        [
            "null", "5", "[]", "{}", "\"x\"", """{"expression":5}""",
            """{"typeName":"Object","expression":{"type":"Object","value":"{"}}""",
            """{"typeName":"Object","expression":{"type":"Object","value":"[{\"key\":\"A\"},{\"key\":\"A\"},5,null]"}}""",
            """{"typeName":"Object","expression":{"type":"JavaScript","value":"x"}}""",
        ];
        string[] settings = ["actionDefinitions", "outcomes", "enableTimeoutOutcome", "assignment", "metadata"];
        foreach (var (name, shape, outcomes) in settings.SelectMany(
            n => shapes.SelectMany(s => shapes.Select(o => (n, s, o)))))
        {
            var sent = StudioDocument.ForStudio(stored);
            var step = Find(sent, "accept");
            step[StudioDocument.Outcomes] = JsonNode.Parse(outcomes);
            step[name] = JsonNode.Parse(shape);
            Assert.NotEmpty(Back(sent, stored).AllActivities);
        }
    }

    [Fact]
    public void A_step_that_is_dragged_in_begins_like_one_of_the_portals_editor_and_keeps_that_when_studio_does_not_know_it()
    {
        var stored = Of("regulation-feedback");
        var sent = StudioDocument.ForStudio(stored);
        JsonObject dragged = new()
        {
            ["id"] = "1c96",
            ["name"] = "UserTask6",
            ["type"] = "Portal.UserTask",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1, ["y"] = 2 } } },
        };
        ((JsonArray)sent["root"]!["activities"]!).Add(dragged.DeepClone());
        var first = Back(sent, stored);
        var spec = new CompiledDefinition(first).Find("1c96")!.FixedSpec!;
        Assert.Equal(["groupLead"], spec.Who);
        Assert.Equal(["Done"], spec.Outcomes);
        Assert.Equal(("step-note", "Bước mới"), (spec.Form, spec.Title));

        var again = StudioDocument.ForStudio(first);
        var list = (JsonArray)again["root"]!["activities"]!;
        list.Remove(list.Single(a => (string?)a!["id"] == "1c96"));
        list.Add(dragged);
        Assert.Equal(first.Write(), Back(again, first).Write());
    }

    [Fact]
    public void What_is_cleared_moved_connected_or_deleted_in_studio_is_so_afterwards()
    {
        var stored = Of("regulation-feedback");
        var sent = StudioDocument.ForStudio(stored);
        var step = Find(sent, "consider");
        step["due"] = null;
        step["metadata"]!["designer"]!["position"]!["x"] = 999.5;
        var connections = (JsonArray)sent["root"]!["connections"]!;
        var gone = connections[^1]!;
        connections.Remove(gone);
        var back = Back(sent, stored);
        var changed = new CompiledDefinition(back).Find("consider")!;
        Assert.Null(changed.FixedSpec!.Due);
        Assert.Equal(999.5, changed.Node.Position!.Value.X);
        Assert.Equal(stored.Root.Connections.Count - 1, back.Root.Connections.Count);
        Assert.DoesNotContain((JsonArray)back.Json["root"]!["connections"]!, c => JsonNode.DeepEquals(c, gone));
    }

    // Null for what nobody set, other orders, boxes measured anew, fields of the row, what it does not write at all.
    private static void Mangle(JsonObject sent, Random random)
    {
        sent.Remove("isSystem");
        sent.Remove("toolVersion");
        (sent["createdAt"], sent["links"], sent["isReadonly"]) = ("2026-01-01T00:00:00Z", null, false);
        foreach (var input in (sent["inputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            (input["uiHint"], input["isArray"]) = (null, false);
        }

        foreach (var activity in All(sent["root"]).ToList())
        {
            foreach (var known in StudioDescriptors.Inputs[(string)activity["type"]!].Where(i => !activity.ContainsKey(i.Name)))
            {
                if (random.Next(2) == 0)
                {
                    activity[known.Name] = null;
                }
            }

            if (activity["metadata"]?["designer"] is JsonObject designer && random.Next(2) == 0)
            {
                designer["size"] = random.Next(2) == 0 ? null : new JsonObject { ["width"] = 205.5, ["height"] = 54 };
            }

            if (activity["activities"] is JsonArray list && list.Count > 1)
            {
                var touched = list[random.Next(list.Count)];
                list.Remove(touched);
                list.Add(touched);
                activity["customProperties"] ??= new JsonObject();
            }

            var turned = activity.Reverse().ToList();
            activity.Clear();
            turned.ForEach(p => activity.Add(p.Key, p.Value));
        }
    }

    private static IEnumerable<JsonObject> All(JsonNode? activity) => activity is not JsonObject json
        ? []
        : (json["activities"] as JsonArray ?? []).Append(json["body"]).SelectMany(All).Prepend(json);

    private static JsonObject Find(JsonObject sent, string id) => All(sent["root"]).First(a => (string?)a["id"] == id);

    private static WorkflowDefinition Back(JsonObject sent, WorkflowDefinition stored) =>
        WorkflowDefinition.Read(StudioDocument.FromStudio((JsonObject)JsonNode.Parse(sent.ToJsonString())!, stored).ToJsonString());

    private static WorkflowDefinition Of(string key) =>
        WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json);
}
