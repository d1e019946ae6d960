using System.Text.Json.Nodes;
using Portal.Tests.TestKit;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;

namespace Portal.Tests.Workflows;

/// <summary>
/// Section 7.1, X-07, X-08: what a definition lets happen is proved, way by way. Each bypass is one of all of its kind: every step taken
/// out, every decision by others, by time, by whoever it is about.
/// </summary>
public class ProofTests
{
    private static readonly string[] Demanding = [.. ShippedProcesses.All.Select(p => p.Key)];

    public static TheoryData<string> Shipped() => [.. Demanding];

    public static TheoryData<string, string> HumanSteps() => Of((_, a) => a.FixedSpec is { IsOptional: false });

    public static TheoryData<string, string> Decisions() => Of((conduct, a) => a.FixedSpec is { } spec
        && spec.Actions.Any(t => !t.IsOptional && conduct.Demands.Any(d => d.Decides && d.IsAbout(t.Form ?? spec.Form, t.Key))));

    public static TheoryData<string, string> GivenToOthers() => Each("groupMembers", "role:SystemAdministrator", "person:S06");

    public static TheoryData<string, string> ComputedSettings() =>
        Each("assignment", "excludedUsers", "actionDefinitions", "form", "onTimeout", "enableTimeoutOutcome");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_is_proved_in_all_its_states(string key)
    {
        var proof = Prove(Read(key));
        Assert.Empty(proof.Problems.Select(p => $"{p.Code} {p.ActivityId} {string.Join(',', p.Args)} {Way(p)}"));
        Assert.True(proof.IsComplete);
        Assert.InRange(proof.States, 5, Exploration.MaxStates - 1);
    }

    /// <summary>What loops without end is looked at no further, and costs no more than its share.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_loop_without_end_behind_a_step_costs_little(string key)
    {
        var json = Json(key);
        var step = Find(json, Read(key).FirstStep!.Path);
        var chart = (JsonObject)step.Parent!.Parent!;
        var connections = (JsonArray)chart["connections"]!;
        JsonObject End(string id, string port) => new() { ["activity"] = id, ["port"] = port };
        ((JsonArray)chart["activities"]!).Add(new JsonObject { ["id"] = "turn", ["type"] = "Elsa.FlowJoin", ["version"] = 1 });
        foreach (var way in connections.Where(c => (string?)c!["source"]!["activity"] == (string?)step["id"]))
        {
            way!["target"] = End("turn", "In");
        }

        connections.Add(new JsonObject { ["source"] = End("turn", "Done"), ["target"] = End("turn", "In") });
        var explored = Exploration.Of(
            new CompiledDefinition(WorkflowDefinition.Of(json)), ShippedProcesses.All.Single(p => p.Key == key).Conduct);
        Assert.All(explored.States.Where(s => s.Instance.Incidents.Count > 0), s => Assert.Empty(s.Next));
        Assert.InRange(explored.Work, 1, Exploration.MaxWork + Runner.MaxExecutions * 2);
    }

    /// <summary>Steps that no clause demands, each with why the process is whole without it.</summary>
    private static readonly Dictionary<string, string> MayBeTakenOut = new(StringComparer.Ordinal)
    {
        ["field-trip/confirmOral"] = "the leader is told of the trip by its result, too",
        ["meeting-attendance/confirmOral"] = "the oral consent itself is recorded",
        ["meeting-attendance/reply"] = "the host may be told otherwise",
        ["meeting-attendance/prepare"] = "who goes may go unprepared",
        ["meeting-attendance/substitute"] = "who cannot go stays away",
        ["meeting-attendance/share"] = "notes are read on the case",
        ["meeting-attendance/leadReview"] = "the leader in charge sees the notes",
        ["review-suggestion-area/prepareOpinion"] = "the department's head answers without staff",
        ["review-suggestion-adhoc/prepareOpinion"] = "the department's head answers without staff",
        ["review-suggestion-annual/closing"] = "the cycle is closed by itself when all has ended",
        ["area-issue/consider"] = "the leader decides of what is followed, too",
        ["area-issue/headConsider"] = "the head decides of what is followed, too",
        ["leader-task/extension"] = "who gave the task lengthens it without being asked",
    };

    [Theory]
    [MemberData(nameof(HumanSteps))]
    public void Without_a_step_it_is_not_proved_and_the_way_and_the_clause_are_named(string key, string path)
    {
        var compiled = Read(key);
        if (compiled.FirstStep?.Path == path)
        {
            return;
        }

        var proof = Prove(new CompiledDefinition(DefinitionEditor.Remove(compiled.Definition, path)));
        var errors = proof.Problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        if (errors.Count == 0)
        {
            Assert.True(Free.Contains($"{key}/{path.Split('/')[^1]}"), $"{key} {path} can be taken out");
            return;
        }

        Assert.DoesNotContain($"{key}/{path.Split('/')[^1]}", Free);
        Assert.All(errors, e => Assert.True(e.Way.Count > 0 || e is { Code: "Stuck", ActivityId: not null }));
    }

    /// <summary>
    /// What is always refused behind an answer that is written in one way, and taken behind it written in another, is named with its way:
    /// a report without a flag, where the leader's step is gone.
    /// </summary>
    [Fact]
    public void An_answer_that_can_be_written_so_that_it_never_gets_through_is_named()
    {
        var changed = new CompiledDefinition(DefinitionEditor.Remove(Read("adhoc-report").Definition, "review"));
        var found = Prove(changed).Problems.Where(p => p.Code == "NeverGetsThrough").ToList();
        Assert.Contains(found, p => p.Severity == ProblemSeverity.Error && p.Clause == "Đ8.2" && p.Way.Count > 0);
        Assert.All(Demanding, key => Assert.DoesNotContain(Prove(Read(key)).Problems, p => p.Code == "NeverGetsThrough"));
    }

    private static HashSet<string> Free => [.. MayBeTakenOut.Keys];

    [Theory]
    [MemberData(nameof(GivenToOthers))]
    public void Steps_given_to_others_are_named_with_their_clauses_and_given_back_in_one_act_each(string key, string others)
    {
        var changed = Read(key);
        var demanded = Demanded(key);
        foreach (var path in demanded)
        {
            changed = new CompiledDefinition(DefinitionEditor.SetStep(changed, path, Settings(changed, path) with { Who = [others] }));
        }

        var problems = Prove(changed).Problems;
        foreach (var path in demanded)
        {
            var problem = problems.First(p => p.Code == "WrongPeople" && p.ActivityId == path.Split('/')[^1]);
            Assert.StartsWith("Đ", problem.Clause, StringComparison.Ordinal);
            changed = Mended(changed, problem);
        }

        Assert.DoesNotContain(Prove(changed).Problems, p => p.Code == "WrongPeople");
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_decision_by_time_or_by_whom_it_is_about_is_named_and_mended_in_one_act(string key, string path)
    {
        var json = Json(key);
        var step = Find(json, path);
        step["enableTimeoutOutcome"] = JsonNode.Parse("""{"typeName":"Boolean","expression":{"type":"Literal","value":true}}""");
        step.Remove("excludedUsers");
        var changed = new CompiledDefinition(WorkflowDefinition.Of(json));
        var id = path.Split('/')[^1];
        var proof = Prove(changed);
        Assert.Contains(proof.Problems, p => p.Code == "SilenceDecides" && p.ActivityId == id);
        Assert.Contains(proof.Problems, p => p.Code == "OwnMatter" && p.ActivityId == id);
        foreach (var code in new[] { "SilenceDecides", "OwnMatter" })
        {
            changed = Mended(changed, Prove(changed).Problems.First(p => p.Code == code && p.ActivityId == id));
        }

        Assert.DoesNotContain(Prove(changed).Problems, p => p.Severity == ProblemSeverity.Error);
    }

    /// <summary>What only a run says proves nothing: who, with what, by which outcome, what time does, for every demanded step.</summary>
    [Theory]
    [MemberData(nameof(ComputedSettings))]
    public void Settings_that_are_computed_prove_nothing(string key, string setting)
    {
        var json = Json(key);
        var demanded = Demanded(key);
        foreach (var step in demanded.Select(p => Find(json, p)))
        {
            var written = step[setting]?["expression"]?["value"]?.ToJsonString() ?? "null";
            step[setting] = Script($"return {written};");
        }

        var computed = Prove(new CompiledDefinition(WorkflowDefinition.Of(json))).Problems.Where(p => p.Code == "Computed");
        Assert.Empty(demanded.Select(p => p.Split('/')[^1]).Except(computed.Select(p => p.ActivityId!)));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_a_step_is_called_may_be_computed(string key)
    {
        var json = Json(key);
        foreach (var step in Demanded(key).Select(p => Find(json, p)))
        {
            step["title"] = Script("return 'Xem';");
        }

        Assert.Empty(Prove(new CompiledDefinition(WorkflowDefinition.Of(json))).Problems);
    }

    /// <summary>An own process promises nothing but that it ends: there whoever acts may be computed, of whatever is not known.</summary>
    [Theory]
    [InlineData("return getInput('People');")]
    [InlineData("return [getOutputFrom('start', 'who')];")]
    [InlineData("return JSON.parse(getInput('People')).list;")]
    public void People_of_an_own_process_may_be_computed(string script)
    {
        var json = (JsonObject)JsonNode.Parse("""
            {"id":"own-a-v1","definitionId":"own-a","name":"A","variables":[],
             "root":{"id":"f","type":"Elsa.Flowchart","start":"s","activities":[
              {"id":"s","type":"Elsa.Start"},{"id":"ask","type":"Portal.UserTask",
               "form":{"typeName":"Object","expression":{"type":"Object","value":"{\"key\":\"own-start\"}"}}},
              {"id":"end","type":"Elsa.Finish"}],"connections":[
              {"source":{"activity":"s","port":"Done"},"target":{"activity":"ask","port":"In"}},
              {"source":{"activity":"ask","port":"Complete"},"target":{"activity":"end","port":"In"}}]}}
            """)!;
        var ask = (JsonObject)json["root"]!["activities"]![1]!;
        ask["assignment"] = JsonNode.Parse("""{"typeName":"Object","expression":{"type":"JavaScript","value":""}}""");
        ask["assignment"]!["expression"]!["value"] = script;
        var compiled = new CompiledDefinition(WorkflowDefinition.Of(json));
        var proof = Proof.Of(compiled, NoConduct.Instance, ShippedProcesses.AddedTo(compiled));
        Assert.Empty(proof.Problems.Select(p => $"{p.Code} {p.ActivityId}"));
        Assert.Equal(2, proof.States);
    }

    /// <summary>Whether a Monday is asked for makes no difference to what is proved: both ways are gone.</summary>
    [Fact]
    public void A_condition_of_the_day_is_gone_through_both_ways()
    {
        var (definition, condition) = DefinitionEditor.Insert(
            Read("field-trip").Definition, "result", "Submit", Pattern.Decision, "Thứ Bảy?");
        definition = DefinitionEditor.SetAutomatic(definition, condition,
            AutomaticSettings.Of(new CompiledDefinition(definition).At(condition)!) with
            {
                Script = "return new Date().getDay() === 6;",
            });
        var json = (JsonObject)definition.Json.DeepClone();
        foreach (var c in ((JsonArray)json["root"]!["connections"]!).Where(c =>
            (string?)c!["source"]!["activity"] == condition && (string?)c["source"]!["port"] == "True"))
        {
            c!["target"]!["activity"] = "ended";
        }

        Assert.Contains(
            Prove(new CompiledDefinition(WorkflowDefinition.Of(json))).Problems, p => p is { Code: "EndsOpen", Args: ["leaderOnResult"] });
    }

    /// <summary>Every outcome of every step led to an end instead: what the process demands is then missing, or nothing is.</summary>
    [Theory]
    [MemberData(nameof(HumanSteps))]
    public void An_outcome_led_to_an_end_is_led_back_in_one_act(string key, string path)
    {
        var compiled = Read(key);
        if (path.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        var activity = compiled.At(path)!;
        foreach (var outcome in activity.FixedSpec!.Actions.Select(a => a.Key))
        {
            var json = (JsonObject)compiled.Definition.Json.DeepClone();
            var root = (JsonObject)json["root"]!;
            ((JsonArray)root["activities"]!).Add(JsonNode.Parse("""{"id":"away","type":"Elsa.Finish","name":"away"}"""));
            foreach (var c in ((JsonArray)root["connections"]!).Where(c =>
                (string?)c!["source"]!["activity"] == path && (string?)c["source"]!["port"] == outcome))
            {
                c!["target"]!["activity"] = "away";
            }

            var changed = new CompiledDefinition(WorkflowDefinition.Of(json));
            var problems = Prove(changed).Problems;
            if (problems.FirstOrDefault(p => p.Code == "EndsOpen" && p.Way[^1] is var last && last.Path == path && last.Outcome == outcome)
                is { } problem)
            {
                Assert.DoesNotContain(
                    Prove(Mended(changed, problem)).Problems, p => p.Severity == ProblemSeverity.Error);
            }
        }
    }

    /// <summary>A second approver, asked at once or on a condition, whichever pattern it was made with.</summary>
    [Theory]
    [InlineData("review", "Acknowledge", Pattern.Step, true)]
    [InlineData("review", "Acknowledge", Pattern.Step, false)]
    [InlineData("review", "Acknowledge", Pattern.Approval, true)]
    [InlineData("headNotice", "AcknowledgeWithDirective", Pattern.Step, true)]
    [InlineData("contact", "Contacted", Pattern.Step, false)]
    public void An_approver_on_one_of_two_branches_is_waited_for_after_one_act(string after, string port, Pattern pattern, bool asks)
    {
        var definition = Read("field-trip").Definition;
        if (asks)
        {
            (definition, after) = DefinitionEditor.Insert(definition, after, port, Pattern.Decision, "Dài ngày?");
            port = "True";
            definition = DefinitionEditor.SetAutomatic(definition, after,
                AutomaticSettings.Of(new CompiledDefinition(definition).At(after)!) with
                {
                    Script = "return getInput('Days') > 3;",
                });
        }

        (definition, var approver) = DefinitionEditor.Insert(definition, after, port, pattern, "Trưởng ban duyệt");
        var compiled = new CompiledDefinition(definition);
        var settings = Settings(compiled, approver);
        definition = DefinitionEditor.SetStep(compiled, approver, settings with
        {
            Who = ["head"],
            Outcomes = [.. settings.Outcomes.Where(o => o.Key != "Return")],
        });
        compiled = new CompiledDefinition(definition);

        var problem = Prove(compiled).Problems.First(p => p.Code == "NotHeldUp");
        Assert.Equal((approver, "departure", "Departed"), (problem.ActivityId, problem.Way[^1].Path, problem.Way[^1].Outcome));
        Assert.Empty(Prove(Mended(compiled, problem)).Problems.Select(p => $"{p.Code} {p.ActivityId} {Way(p)}"));
    }

    /// <summary>Who gives back gives back to somebody who can answer: not to a question that was answered.</summary>
    [Fact]
    public void A_return_to_a_question_that_was_answered_is_named()
    {
        var (definition, approver) = DefinitionEditor.Insert(Read("field-trip").Definition, "cleared", "Done", Pattern.Approval, "Duyệt");
        var compiled = new CompiledDefinition(definition);
        definition = DefinitionEditor.SetStep(compiled, approver, Settings(compiled, approver) with
        {
            Who = ["head"],
            Outcomes = [.. Settings(compiled, approver).Outcomes.Select(o => o.Key == "Return" ? o with { To = "review" } : o)],
        });
        var problem = Prove(new CompiledDefinition(definition)).Problems.First(p => p.Code == "Unanswerable");
        Assert.Equal(("review", "Return"), (problem.ActivityId, problem.Way[^1].Outcome));
    }

    /// <summary>Seen published with no error: the plan's silence, a reported trip that ends unseen, a notice that nobody sees.</summary>
    [Fact]
    public void What_was_published_with_no_error_is_refused_with_the_shortest_way()
    {
        var trip = Read("field-trip");
        var skipped = new CompiledDefinition(
            DefinitionEditor.Remove(DefinitionEditor.Remove(DefinitionEditor.Remove(trip.Definition, "contact"), "review"), "headNotice"));
        Assert.Contains(
            Prove(skipped).Problems,
            p => p is { Code: "EndsOpen", Args: ["leaderOnNotice"], Clause: "Đ7.A.5", Way.Count: 1 });

        var json = (JsonObject)Read("monthly-trip-plan").Definition.Json.DeepClone();
        var review = ((JsonArray)json["root"]!["activities"]!).OfType<JsonObject>().Single(a => (string?)a["id"] == "review");
        review["enableTimeoutOutcome"] = JsonNode.Parse("""{"typeName":"Boolean","expression":{"type":"Literal","value":true}}""");
        ((JsonArray)json["root"]!["connections"]!).Add(JsonNode.Parse(
            """{"source":{"activity":"review","port":"Timeout"},"target":{"activity":"close","port":"In"}}"""));
        var silent = Prove(new CompiledDefinition(WorkflowDefinition.Of(json)));
        Assert.Contains(silent.Problems, p => p is { Code: "SilenceDecides", ActivityId: "review" });
        Assert.Contains(
            silent.Problems,
            p => p is { Code: "TimeoutRefused", ActivityId: "review", Args: ["leaderOnPlan"], Clause: "Đ8.1" });
    }

    [Fact]
    public void Every_finding_has_words_in_both_languages()
    {
        var texts = new TextCatalogue();
        string[] codes =
        [
            "EndsOpen", "Stuck", "TimeoutRefused", "WrongPeople", "OwnMatter", "SilenceDecides", "NotHeldUp", "Unanswerable",
            "NeverReached", "NotAllWays", "TooEarly", "NeverFulfilled", "NeverTaken", "NeverGetsThrough", "Computed",
        ];
        var lacks = ShippedProcesses.All.SelectMany(p => Standings(p.Key, p.Conduct)).Distinct();
        string[] before = ["release", "advice", "remedies", "inputs", "adviceWritten"];
        Assert.All(codes.Select(c => $"check.{c}").Concat(lacks.Concat(before).Select(l => $"missing.{l}")),
            k => Assert.True(texts.Vietnamese.ContainsKey(k) && texts.English.ContainsKey(k), k));
    }

    /// <summary>What the process takes is what its conduct takes: each answer is accepted in some state that a case comes to.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_conduct_knows_every_answer_that_its_process_takes_and_no_other(string key)
    {
        var process = ShippedProcesses.All.Single(p => p.Key == key);
        var explored = Exploration.Of(Read(key), process.Conduct);
        var taken = explored.States.SelectMany(s => s.Next).Select(n => n.Deed).OfType<Deed>().Select(d => (d.Form, d.Action)).ToHashSet();
        var offered = Read(key).All.Where(a => a.FixedSpec is not null)
            .SelectMany(a => a.FixedSpec!.Actions.Select(t => (Form: t.Form ?? a.FixedSpec.Form, t.Key))).Distinct();
        Assert.Empty(offered.Where(o => !taken.Contains(o)));
        Assert.Empty(taken.Where(t => !process.Steps.Any(s =>
            s.FormKey == t.Form && (s.Outcomes.Count == 0 || s.Outcomes.Contains(t.Action)))));
    }

    /// <summary>Each step, also one that the portal does by itself, has its name in both languages.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_step_of_a_shipped_definition_has_a_name_in_both_languages(string key)
    {
        var texts = new TextCatalogue();
        var names = Read(key).All.Select(a => $"step.{key}.{a.Id}").ToList();
        Assert.Empty(names.Where(n => !texts.Vietnamese.ContainsKey(n) || !texts.English.ContainsKey(n)));
    }

    private static IEnumerable<string> Standings(string key, Conduct conduct) =>
        Exploration.Of(Read(key), conduct).States.Select(s => conduct.Lacks(s.Standing)?.Key).OfType<string>();

    // Each shipped process with each of these.
    private static TheoryData<string, string> Each(params string[] values)
    {
        var data = new TheoryData<string, string>();
        foreach (var (key, value) in Demanding.SelectMany(k => values.Select(v => (k, v))))
        {
            data.Add(key, value);
        }

        return data;
    }

    private static List<string> Demanded(string key)
    {
        var conduct = ShippedProcesses.All.Single(p => p.Key == key).Conduct;
        return [.. Read(key).All.Where(a => a.FixedSpec is { } spec
            && spec.Actions.Any(t => !t.IsOptional && conduct.Demands.Any(d => d.IsAbout(t.Form ?? spec.Form, t.Key))))
            .Select(a => a.Path)];
    }

    private static TheoryData<string, string> Of(Func<Conduct, CompiledActivity, bool> which)
    {
        var data = new TheoryData<string, string>();
        foreach (var process in ShippedProcesses.All)
        {
            foreach (var activity in Read(process.Key).All.Where(a => which(process.Conduct, a)))
            {
                data.Add(process.Key, activity.Path);
            }
        }

        return data;
    }

    private static CompiledDefinition Read(string key) =>
        new(WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json));

    private static JsonObject Json(string key) => (JsonObject)Read(key).Definition.Json.DeepClone();

    private static JsonObject Script(string script) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
    };

    private static JsonObject Find(JsonObject json, string path)
    {
        var at = (JsonObject)json["root"]!;
        foreach (var id in path.Split('/'))
        {
            var inside = at["body"] as JsonObject ?? at;
            at = ((JsonArray)inside["activities"]!).OfType<JsonObject>().Single(a => (string?)a["id"] == id);
        }

        return at;
    }

    private static StepSettings Settings(CompiledDefinition definition, string path) =>
        Outline.Of(definition).Single(s => s.Path == path).Settings!;

    private static Proof Prove(CompiledDefinition definition) => Proof.Of(
        definition,
        ShippedProcesses.All.Single(p => p.Key == definition.Definition.DefinitionId).Conduct,
        ShippedProcesses.AddedTo(definition));

    private static CompiledDefinition Mended(CompiledDefinition definition, Problem problem) => new(DefinitionEditor.Mend(
        definition, ShippedProcesses.All.Single(p => p.Key == definition.Definition.DefinitionId).Conduct, problem)?.Invoke()
        ?? throw new InvalidOperationException(problem.Code));

    private static string Way(Problem problem) => string.Join(" > ", problem.Way.Select(w => $"{w.Path}.{w.Outcome}"));
}
