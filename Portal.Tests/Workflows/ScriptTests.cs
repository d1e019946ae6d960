using System.Text.Json.Nodes;
using CsCheck;
using Portal.Domain.Forms;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>JavaScript as Elsa does it: what a script finds around itself, what stays of it, what is missed before it runs.</summary>
public class ScriptTests
{
    private static readonly Runner Engine = new();

    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);

    private static readonly CheckContext Context = new(
        new Dictionary<string, FormSchema>(), new HashSet<string>(), new Dictionary<string, string>(),
        Enumerable.Empty<string>().ToLookup(s => s), new HashSet<string>());

    [Theory]
    [InlineData("soLan", "SoLan")]
    [InlineData("SoLan", "SoLan")]
    [InlineData("so_lan", "SoLan")]
    [InlineData("địaBàn", "ĐịaBàn")]
    [InlineData("a", "A")]
    public void A_variable_is_read_and_set_by_functions_that_bear_its_name_with_capitals(string name, string pascalised)
    {
        Assert.Equal("5", Printed($"set{pascalised}(2); set{pascalised}(get{pascalised}() + 3); get{pascalised}()", [(name, "0")]));
        Assert.Equal("7", Printed($"get{pascalised}()", [(name, "0")], inputs: ["khac"], set: $"variables['{name}'] = 7, 1"));
    }

    [Theory]
    [InlineData("variables.SoLan = 5, 1", "5")]
    [InlineData("variables.SoLan += 2; variables.SoLan++; 0", "3")]
    [InlineData("variables['SoLan'] = 'năm'", "năm")]
    [InlineData("variables.SoLan = [1]; variables.SoLan.push(2); 0", "[1,2]")]
    [InlineData("variables.SoLan = 4; setVariable('SoLan', 6); 0", "6")]
    [InlineData("setSoLan(6); variables.SoLan = variables.SoLan + 1; 0", "7")]
    [InlineData("setVariable('SoLan', 8); getSoLan()", "8")]
    [InlineData("delete variables.SoLan; 0", "null")]
    [InlineData("variables = {}; 0", "0")]
    [InlineData("variables.SoLan", "0")]
    public void What_is_assigned_to_variables_stays(string script, string after) =>
        Assert.Equal(after, Printed("toJson(getSoLan()).split('\"').join('')", [("SoLan", "0"), ("Khac", "0")], set: script));

    [Fact]
    public void Whatever_is_assigned_in_whatever_way_is_what_is_read_in_every_way() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[-1000, 1000]).Sample((write, read, value) =>
        {
            string[] writes = [$"variables.soLan = {value}", $"setVariable('soLan', {value})", $"setSoLan({value})",
                $"variables['soLan'] = {value}"];
            string[] reads = ["variables.soLan", "getVariable('soLan')", "getSoLan()", "variables['soLan']"];

            // What is assigned to the container reaches the variable itself when the script has ended.
            var isLate = write is 0 or 3 && read is 1 or 2;
            Assert.Equal(isLate ? "0" : $"{value}", Printed($"{writes[write]}; {reads[read]}", [("soLan", "0")]));
            Assert.Equal($"{value}", Printed(reads[read], [("soLan", "0")], set: $"{writes[write]}; 0"));
        }, iter: 200);

    [Fact]
    public void An_input_is_read_by_its_name_and_is_null_where_it_is_absent()
    {
        Assert.Equal("null", Printed("'' + getAreaCount()", [], inputs: ["AreaCount"]));
        Assert.Equal("3", Printed("getAreaCount()", [], inputs: ["areaCount"], facts: new() { ["areaCount"] = 3 }));
    }

    [Theory]
    [InlineData("getDoneFromGiveIt()")]
    [InlineData("getOutputFrom('give', 'done')")]
    [InlineData("getOutputFrom('give', 'Done')")]
    [InlineData("getOutputFrom('giveIt', 'Done')")]
    [InlineData("getLastResult()")]
    public void What_a_step_put_out_is_read_by_its_name(string script)
    {
        var lines = Lines($$$$"""
            {"id":"d","definitionId":"d","variables":[],"root":{"id":"f","type":"Elsa.Flowchart","start":"give","activities":[
              {"id":"give","name":"giveIt","type":"Elsa.SetOutput",
               "outputName":{"typeName":"String","expression":{"type":"Literal","value":"done"}},
               "outputValue":{"typeName":"Object","expression":{"type":"Literal","value":"có"}}},{{{{Write("w", script)}}}}],
             "connections":[{"source":{"activity":"give","port":"Done"},"target":{"activity":"w","port":"In"}}]}}
            """);
        Assert.Equal(["có"], lines);
    }

    [Fact]
    public void The_body_of_a_loop_knows_its_item_and_its_place()
    {
        var lines = Lines($$$$"""
            {"id":"d","definitionId":"d","variables":[],"root":{"id":"f","type":"Elsa.Flowchart","activities":[
              {"id":"each","type":"Elsa.ParallelForEach",
               "items":{"typeName":"Object","expression":{"type":"Object","value":"[\"A\",\"B\"]"}},
               "body":{{{{Write("w", "getCurrentIndex() + ':' + getCurrentValue() + variables.CurrentValue")}}}}}],"connections":[]}}
            """);
        Assert.Equal(["0:AA", "1:BB"], lines);
    }

    [Theory]
    [InlineData("isNullOrEmpty('') && isNullOrEmpty(null) && !isNullOrEmpty(' ') && isNullOrWhiteSpace(' ')", "true")]
    [InlineData("stringFromBase64(stringToBase64('Đỗ'))", "Đỗ")]
    [InlineData("bytesToString(bytesFromBase64(bytesToBase64(bytesFromString('Đỗ'))))", "Đỗ")]
    [InlineData("parseGuid('{7D2D6E3A-0000-4000-8000-000000000001}')", "7d2d6e3a-0000-4000-8000-000000000001")]
    [InlineData("newGuid() !== newGuid() && newGuidString().length", "36")]
    [InlineData("newShortGuid().length", "22")]
    [InlineData("setCorrelationId('CT-1'); getCorrelationId()", "CT-1")]
    [InlineData("setWorkflowInstanceName('Chuyến'); getWorkflowInstanceName()", "Chuyến")]
    [InlineData("[getWorkflowDefinitionId(), getWorkflowDefinitionVersionId(), getWorkflowDefinitionVersion()].join()", "d,d-v3,3")]
    [InlineData("getWorkflowInstanceId()", "case-1")]
    [InlineData("toJson({a: [1, null]})", """{"a":[1,null]}""")]
    public void Functions_of_Elsa(string script, string expected) => Assert.Equal(expected, Printed(script, []));

    [Fact]
    public void The_same_run_makes_the_same_ids()
    {
        var script = "newGuid() + newShortGuid()";
        Assert.Equal(Printed(script, []), Printed(script, []));
    }

    [Theory]
    [InlineData("getsoLan()", "UnknownFunction", "getsoLan")]
    [InlineData("getSoLann() > 0", "UnknownFunction", "getSoLann")]
    [InlineData("lodash.sum([1])", "UnknownFunction", "lodash")]
    [InlineData("getInput('SoLan') && khong", "UnknownFunction", "khong")]
    [InlineData("variables.Khac = 1", "UnknownVariable", "Khac")]
    [InlineData("variables['Khac']", "UnknownVariable", "Khac")]
    [InlineData("getVariable('Khac')", "UnknownVariable", "Khac")]
    [InlineData("setVariable('Khac', 1)", "UnknownVariable", "Khac")]
    [InlineData("getOutputFrom('nobody')", "UnknownSource", "nobody")]
    [InlineData("getInput('Mau')", "UnknownInput", "Mau")]
    public void What_a_script_would_not_find_is_found_before_it_runs(string script, string code, string name) =>
        Assert.Contains(Problems(script), p => p.Code == code && p.Args.SequenceEqual([name]));

    [Theory]
    [InlineData("return getInput('AreaCount') > 5 && getInput('AreaCount') < 3;", true)]
    [InlineData("return getInput('AreaCount') > 3 && getInput('AreaCount') < 5;", false)]
    public void A_comparison_that_can_never_be_true_is_found(string script, bool never) =>
        Assert.Equal(never, DefinitionCheck.Run(
            WorkflowDefinition.Read($$$$"""
                {"id":"d","definitionId":"d","inputs":[{"name":"AreaCount","type":"Int32"}],"root":{{{{Decide("s", script)}}}}}
                """),
            Context).Any(p => p is { Code: "NeverTrue", ActivityId: "s" }));

    [Theory]
    [InlineData("getSoLan() > 0 && getAreaCount() === null && getInput('AreaCount') == null")]
    [InlineData("var n = 0; for (const x of [1, 2]) { n += x; } const f = (y) => y + n; JSON.stringify(f(Math.max(1, parseInt('2'))))")]
    [InlineData("i = 1; i + 1")]
    [InlineData("typeof nothing === 'undefined' ? new Date(2026, 0).getTime() : 0")]
    [InlineData("variables.soLan = getCurrentIndex(); getOutputFrom('w'); try { throw new Error(); } catch (e) { e.message }")]
    public void What_a_script_finds_is_no_problem(string script) => Assert.Empty(Problems(script));

    [Fact]
    public void A_branch_passes_through_a_node_and_a_root_may_be_one_step()
    {
        var through = Lines($$$$"""
            {"id":"d","definitionId":"d","variables":[],"root":{"id":"f","type":"Elsa.Flowchart","start":"n","activities":[
              {"id":"n","type":"Elsa.FlowNode"},{{{{Write("w", "'đã qua'")}}}}],
             "connections":[{"source":{"activity":"n","port":"Done"},"target":{"activity":"w","port":"In"}}]}}
            """);
        Assert.Equal(["đã qua"], through);
        Assert.Equal(["một"], Lines("{\"id\":\"d\",\"definitionId\":\"d\",\"root\":" + Write("w", "'một'") + "}"));

        var alone = new CompiledDefinition(WorkflowDefinition.Read(
            """{"id":"d","definitionId":"d","root":{"id":"ask","type":"Portal.UserTask"}}"""));
        var none = new Dictionary<string, JsonNode?>();
        var waiting = Engine.Run(alone, new InstanceState(), new StartStimulus(), none, Now).State;
        var again = InstanceState.Read(waiting.Write());
        var ended = Engine.Run(alone, again, new AnswerStimulus(again.Waiting.Single().Id, "Complete"), none, Now).State;
        Assert.Equal((InstanceStatus.Running, InstanceStatus.Finished), (waiting.Status, ended.Status));
        Assert.Equal("ask", alone.FirstStep?.Path);
    }

    [Fact]
    public void A_root_of_one_step_gets_a_flowchart_around_it_when_another_is_added()
    {
        var alone = WorkflowDefinition.Read("""
            {"id":"d","definitionId":"d","extra":1,"root":{"id":"ask","type":"Portal.UserTask",
             "actionDefinitions":{"typeName":"Object","expression":{"type":"Object","value":"[{\"key\":\"Done\",\"label\":\"Xong\"}]"}}}}
            """);
        var (changed, path) = DefinitionEditor.Insert(alone, "ask", "Done", Pattern.Step, "Bước mới");
        Assert.Equal(["ask", path], new CompiledDefinition(changed).All.Select(a => a.Path));
        Assert.Equal("ask", new CompiledDefinition(changed).FirstStep?.Path);
        Assert.Equal(1, (int)changed.Json["extra"]!);
    }

    private static string Printed(
        string script, (string Name, string Value)[] variables, string[]? inputs = null, Dictionary<string, JsonNode?>? facts = null,
        string? set = null)
    {
        string[] activities = set is null ? [Write("w", script)] : [Decide("s", set), Write("w", script)];
        var json = new JsonObject
        {
            ["id"] = "d-v3",
            ["definitionId"] = "d",
            ["version"] = 3,
            ["variables"] = new JsonArray([.. variables.Select(v => JsonNode.Parse(Variable(v)))]),
            ["inputs"] = new JsonArray([.. (inputs ?? []).Select(i => new JsonObject { ["name"] = i, ["type"] = "Int32" })]),
            ["root"] = new JsonObject
            {
                ["id"] = "f",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. activities.Select(a => JsonNode.Parse(a))]),
                ["connections"] = new JsonArray([.. (set is null ? Array.Empty<string>() : ["True", "False"]).Select(Connection)]),
            },
        };
        return Assert.Single(Lines(json.ToJsonString(), facts));
    }

    private static JsonObject Connection(string port) => new()
    {
        ["source"] = new JsonObject { ["activity"] = "s", ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = "w", ["port"] = "In" },
    };

    private static string Decide(string id, string script) => Activity(id, "Elsa.FlowDecision", "condition", "Boolean", script);

    private static string Write(string id, string script) => Activity(id, "Elsa.WriteLine", "text", "String", script);

    private static string Activity(string id, string type, string input, string typeName, string script) => new JsonObject
    {
        ["id"] = id,
        ["type"] = type,
        [input] = new JsonObject
        {
            ["typeName"] = typeName,
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
        },
    }.ToJsonString();

    private static string Variable((string Name, string Value) variable) => new JsonObject
    {
        ["id"] = $"v-{variable.Name}",
        ["name"] = variable.Name,
        ["typeName"] = "Int32",
        ["value"] = variable.Value,
        ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver",
    }.ToJsonString();

    private static List<string> Lines(string json, Dictionary<string, JsonNode?>? facts = null)
    {
        var definition = new CompiledDefinition(WorkflowDefinition.Read(json));
        var run = Engine.Run(definition, new InstanceState(), new StartStimulus(), facts ?? [], Now, "case-1");
        Assert.Empty(run.State.Incidents.Select(i => i.Message));
        return [.. run.Effects.OfType<WriteLine>().Select(w => w.Text)];
    }

    private static IReadOnlyList<Problem> Problems(string script) => DefinitionCheck.Run(
        WorkflowDefinition.Read($$$$"""
            {"id":"d","definitionId":"d","variables":[{{{{Variable(("soLan", "0"))}}}}],
             "inputs":[{"name":"AreaCount","type":"Int32"},{"name":"SoLan","type":"Int32"}],
             "root":{"id":"f","type":"Elsa.Flowchart","activities":[{{{{Write("w", script)}}}}],"connections":[]}}
            """),
        Context);
}
