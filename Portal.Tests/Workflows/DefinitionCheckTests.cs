using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Domain.Cases;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Tests.Workflows;

public class DefinitionCheckTests
{
    private static readonly CheckContext Context = new(
        new Portal.Workflows.Runtime.ProcessCatalogue(ShippedProcesses.All).Forms,
        Clauses(),
        new Dictionary<string, string>(), ShippedProcesses.Answers(""), new HashSet<string> { "own-a", "review-suggestion-area" });

    private static HashSet<string> Clauses()
    {
        using var regulation =
            JsonDocument.Parse(typeof(Portal.Web.Operations.PortalOperations).Assembly.GetManifestResourceStream("seed/regulation.json")!);
        return [.. regulation.RootElement.GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];
    }

    public static TheoryData<string> Shipped() => [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_has_no_problem_at_all(string key)
    {
        var definition = WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json);
        var rules = ShippedProcesses.All.Single(p => p.Key == key).MandatoryRules;
        Assert.Empty(DefinitionCheck.Run(definition, Context with { MandatoryRules = rules, Answers = ShippedProcesses.Answers(key) })
            .Select(p => $"{p.Code} {p.ActivityId} {string.Join(',', p.Args)}"));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_two_steps_of_a_shipped_definition_lie_on_one_another(string key)
    {
        var root = JsonNode.Parse(ShippedProcesses.Definitions().Single(d => d.Key == key).Json)!["root"]!;
        foreach (var chart in Charts(root))
        {
            var boxes = ((JsonArray)chart["activities"]!).Select(a => (Id: (string)a!["id"]!, Box: BoxOf(a))).ToList();
            Assert.Empty(boxes.SelectMany((one, i) => boxes.Skip(i + 1).Where(other => one.Box.IntersectsWith(other.Box))
                .Select(other => $"{one.Id}, {other.Id}")));
        }
    }

    private static IEnumerable<JsonObject> Charts(JsonNode? node) => node switch
    {
        JsonObject o => (o["activities"] is JsonArray ? [o] : Enumerable.Empty<JsonObject>()).Concat(o.SelectMany(p => Charts(p.Value))),
        JsonArray a => a.SelectMany(Charts),
        _ => [],
    };

    private static System.Drawing.Rectangle BoxOf(JsonNode activity)
    {
        var designer = activity["metadata"]!["designer"]!;
        int At(string of, string name) => (int)designer[of]![name]!;
        return new(At("position", "x"), At("position", "y"), At("size", "width"), At("size", "height"));
    }

    [Theory]
    [InlineData("field-trip", "departGuard", "R-TRIP-03")]
    [InlineData("field-trip", "closeGuard", "R-TRIP-05")]
    [InlineData("field-trip", "noticeGuard", "R-TRIP-01")]
    [InlineData("monthly-trip-plan", "planGuard", "R-PLAN-01")]
    [InlineData("meeting-attendance", "closeGuard", "R-ATT-01")]
    [InlineData("meeting-attendance", "scopeGuard", "R-ATT-02")]
    [InlineData("meeting-attendance", "consentGuard", "R-ATT-09")]
    [InlineData("review-suggestion-area", "proposalGuard", "R-REV-03")]
    [InlineData("review-suggestion-area", "closeGuard", "R-REV-07")]
    [InlineData("review-suggestion-adhoc", "proposalGuard", "R-REV-01")]
    public void Taking_out_a_guard_that_the_regulation_demands_is_found_and_names_the_clause(string process, string guard, string rule)
    {
        var json = (JsonObject)JsonNode.Parse(ShippedProcesses.Definitions().Single(d => d.Key == process).Json)!;
        var activity = ((JsonArray)json["root"]!["activities"]!).Single(a => (string?)a!["id"] == guard)!;
        activity["type"] = "Elsa.WriteLine";
        var rules = ShippedProcesses.All.Single(p => p.Key == process).MandatoryRules;
        var problem = DefinitionCheck.Run(WorkflowDefinition.Read(json.ToJsonString()), Context with { MandatoryRules = rules })
            .Where(p => p.Code == "GuardMissing")
            .ToList();
        Assert.Contains(problem, p => p.Args[0] == rule && p.Args[1].StartsWith('Đ'));
    }

    [Theory]
    [InlineData("UnknownActivity", """{"id":"a","type":"Acme.X"}""", "s>Done>a")]
    [InlineData("Unreachable", """{"id":"a","type":"Elsa.WriteLine"}""")]
    [InlineData("UnknownOutcome", """{"id":"a","type":"Elsa.FlowDecision"},{"id":"b","type":"Elsa.End"}""", "s>Done>a", "a>Maybe>b")]
    [InlineData("OutcomeToNowhere", """{"id":"a","type":"Elsa.FlowDecision"},{"id":"b","type":"Elsa.End"}""", "s>Done>a", "a>True>b")]
    [InlineData("MissingEnd", """{"id":"a","type":"Elsa.End"}""", "s>Done>a", "a>Done>zz")]
    [InlineData("NobodyToAct", """{"id":"a","type":"Portal.UserTask","title":"t"}""", "s>Done>a")]
    [InlineData("JoinNeverFires", """{"id":"d","type":"Elsa.FlowDecision"},{"id":"j","type":"Elsa.FlowJoin","mode":"WaitAll"}""",
        "s>Done>d", "d>True>j", "d>False>j")]
    [InlineData("LoopWithoutWait", """{"id":"a","type":"Elsa.WriteLine"},{"id":"b","type":"Elsa.WriteLine"}""", "s>Done>a", "a>Done>b",
        "b>Done>a")]
    [InlineData("ScriptSyntax",
        """
        {"id":"a","type":"Elsa.FlowDecision",
         "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"return ("}}}
        """, "s>Done>a")]
    [InlineData("ScriptNotAllowed",
        """{"id":"a","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"CSharp","value":"1"}}}""", "s>Done>a")]
    [InlineData("NoProcess", """{"id":"a","type":"Elsa.DispatchWorkflow","workflowDefinitionId":""}""", "s>Done>a")]
    [InlineData("NotDispatchable", """{"id":"a","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"field-trip"}""", "s>Done>a")]
    [InlineData("PortNotRun",
        """{"id":"a","type":"Elsa.BulkDispatchWorkflows","workflowDefinitionId":"own-a","childCompleted":{"type":"Elsa.WriteLine"}}""",
        "s>Done>a")]
    [InlineData("NeverReported", """{"id":"a","type":"Elsa.RunTask","taskName":"x"}""", "s>Done>a")]
    [InlineData("UnknownVariable", """{"id":"a","type":"Elsa.SetVariable","variable":{"id":"nope"},"value":"1"}""", "s>Done>a")]
    [InlineData("UnknownForm", """{"id":"a","type":"Portal.UserTask","assignment":["head"],"form":{"key":"no-such"}}""", "s>Done>a")]
    [InlineData("DuplicateId", """{"id":"a","type":"Elsa.WriteLine"},{"id":"a","type":"Elsa.WriteLine"}""", "s>Done>a")]
    public void Each_fault_is_found_with_its_place(string code, string activities, params string[] connections)
    {
        var joined = string.Join(',',
            connections
                .Select(c => c.Split('>'))
                .Select(c =>
                    $$$"""{"source":{"activity":"{{{c[0]}}}","port":"{{{c[1]}}}"},"target":{"activity":"{{{c[2]}}}","port":"In"}}"""));
        var definition = WorkflowDefinition.Read($$$"""
            {"root":{"id":"f","type":"Elsa.Flowchart",
                     "activities":[{"id":"s","type":"Elsa.Start"},{{{activities}}}],
                     "connections":[{{{joined}}}]}}
            """);
        var problem = Assert.Single(DefinitionCheck.Run(definition, Context).Where(p => p.Code == code).DistinctBy(p => p.Code));
        Assert.StartsWith("$.root", problem.Place, StringComparison.Ordinal);
        var texts = new Portal.Web.Texts.TextCatalogue();
        Assert.True(texts.Vietnamese.ContainsKey($"check.{code}") && texts.English.ContainsKey($"check.{code}"));
    }

    [Fact]
    public void Setting_defaults_cover_what_the_definitions_name()
    {
        foreach (var (_, json) in ShippedProcesses.Definitions())
        {
            foreach (Match match in Regex.Matches(json, @"working(Days|Hours)\\"":\\""(?<key>[A-Za-z.]+)\\"""))
            {
                Assert.True(PortalSettings.IsKnown(match.Groups["key"].Value), match.Value);
            }
        }
    }
}
