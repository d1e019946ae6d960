using System.Text.Json.Nodes;
using CsCheck;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Workflows;

/// <summary>What Elsa's users complain of, what Elsa gets wrong, and what holds for every flowchart.</summary>
public class RunnerTests
{
    private static readonly Runner Engine = new();

    private const string ForkToAAndB = """
        {"id":"f","type":"Elsa.FlowFork",
         "branches":{"typeName":"String[]","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}}
        """;

    private static readonly DateTime Now = new(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Dictionary<string, JsonNode?> NoFacts = [];

    [Fact]
    public void A_timer_waits_and_goes_on_when_its_moment_comes()
    {
        var run = Start("""
            {"id":"d","type":"Elsa.Delay",
             "timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}},
            {"id":"w","type":"Elsa.WriteLine","text":"after"}
            """, "start>Done>d", "d>Done>w");
        var timer = Assert.Single(run.Effects.OfType<OpenTimer>());
        Assert.Equal(Now.AddHours(1), timer.At);
        var next = Engine.Run(run.Definition, InstanceState.Read(run.State.Write()), new TimeStimulus(timer.WaitId), NoFacts, timer.At);
        Assert.Equal("after", Assert.Single(next.Effects.OfType<WriteLine>()).Text);
        Assert.Equal(InstanceStatus.Finished, next.State.Status);
    }

    [Fact]
    public void An_event_wakes_everything_that_waits_for_its_name()
    {
        var run = Start($$"""
            {{ForkToAAndB}},
            {"id":"a","type":"Elsa.Event","eventName":"go"},
            {"id":"b","type":"Elsa.Event","eventName":"go"}
            """, "start>Done>f", "f>A>a", "f>B>b");
        Assert.Equal(2, run.State.Waiting.Count);
        Assert.False(Engine.Run(run.Definition, run.State, new EventStimulus("other"), NoFacts, Now).Accepted);
        Assert.Equal(InstanceStatus.Finished, Engine.Run(run.Definition, run.State, new EventStimulus("go"), NoFacts, Now).State.Status);
    }

    [Fact]
    public void A_nested_flowchart_leaves_through_the_outcome_it_completes_with_and_a_race_cancels_it_whole()
    {
        const string nested = """
            {"id":"n","type":"Elsa.Flowchart",
             "activities":[
               {"id":"t","type":"Portal.UserTask","title":"inner"},
               {"id":"c","type":"Elsa.Complete",
                "outcomes":{"typeName":"Object","expression":{"type":"Object","value":"[\"Good\"]"}}}],
             "connections":[{"source":{"activity":"t","port":"Ok"},"target":{"activity":"c","port":"In"}}]}
            """;
        var run = Start(nested + """,{"id":"w","type":"Elsa.WriteLine","text":"good"}""", "start>Done>n", "n>Good>w");
        var after = Engine.Run(
            run.Definition, InstanceState.Read(run.State.Write()), new AnswerStimulus(run.State.Waiting[0].Id, "Ok"), NoFacts, Now);
        Assert.Equal("good", Assert.Single(after.Effects.OfType<WriteLine>()).Text);
        Assert.Equal(InstanceStatus.Finished, after.State.Status);

        var race = Start($$"""
            {{ForkToAAndB}},
            {{nested}},
            {"id":"o","type":"Portal.UserTask","title":"other"},
            {"id":"j","type":"Elsa.FlowJoin"}
            """, "start>Done>f", "f>A>n", "f>B>o", "n>Good>j", "o>Ok>j");
        var won = Engine.Run(
            race.Definition, race.State, new AnswerStimulus(race.State.Waiting.Single(w => w.Activity == "o").Id, "Ok"), NoFacts, Now);
        Assert.Single(won.Effects.OfType<CloseTask>(), c => c is { ActivityId: "t", Cancelled: true });
        Assert.Equal(InstanceStatus.Finished, won.State.Status);
    }

    [Fact]
    public void A_loop_over_a_list_runs_its_body_for_each_item_at_once_and_goes_on_when_all_are_done()
    {
        const string loop = """
            {"id":"l","type":"Elsa.ParallelForEach",
             "items":{"typeName":"ICollection<Object>","expression":{"type":"JavaScript","value":"return getInput('People');"}},
             "body":{"id":"b","type":"Elsa.Flowchart",
               "activities":[
                 {"id":"t","type":"Portal.UserTask","title":"inner"},
                 {"id":"i","type":"Elsa.WriteLine",
                  "text":{"typeName":"String","expression":{"type":"JavaScript",
                    "value":"return getVariable('CurrentValue') + getVariable('CurrentIndex');"}}}],
               "connections":[{"source":{"activity":"t","port":"Ok"},"target":{"activity":"i","port":"In"}}]}},
            {"id":"w","type":"Elsa.WriteLine","text":"all"}
            """;
        var people = new Dictionary<string, JsonNode?> { ["People"] = new JsonArray("A", "B", "C") };
        var definition = Compile(loop, "start>Done>l", "l>Done>w");
        var run = Engine.Run(definition, new InstanceState(), new StartStimulus(), people, Now);
        Assert.Equal(["A", "B", "C"], run.Effects.OfType<OpenTask>().Select(o => o.Item));
        var lines = new List<string>();
        foreach (var item in new[] { "B", "A", "C" })
        {
            var wait = run.State.Scopes
                .Where(s => s.Item?.ToString() == item)
                .Select(s => run.State.Waiting.Single(w => w.Scope == s.Id))
                .Single();
            run = Engine.Run(definition, InstanceState.Read(run.State.Write()), new AnswerStimulus(wait.Id, "Ok"), NoFacts, Now);
            lines.AddRange(run.Effects.OfType<WriteLine>().Select(w => w.Text));
        }

        Assert.Equal(["B1", "A0", "C2", "all"], lines);
        Assert.Equal(InstanceStatus.Finished, run.State.Status);
        Assert.Equal((3, 1), (run.State.Completed["l/t"], run.State.Completed["l/t#B"]));
        Assert.Equal(InstanceStatus.Finished, Engine.Run(definition, new InstanceState(), new StartStimulus(), NoFacts, Now).State.Status);
    }

    [Fact]
    public void Dispatched_children_are_waited_for_until_the_last_has_ended_and_a_child_more_is_not_accepted()
    {
        const string bulk = """
            {"id":"d","type":"Elsa.BulkDispatchWorkflows","workflowDefinitionId":"child",
             "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}},
             "items":{"typeName":"Object","expression":{"type":"JavaScript","value":"return getInput('Areas');"}}},
            {"id":"w","type":"Elsa.WriteLine","text":"all"}
            """;
        var definition = Compile(bulk, "start>Done>d", "d>Completed>w");
        var run = Engine.Run(definition, new InstanceState(), new StartStimulus(),
            new Dictionary<string, JsonNode?> { ["Areas"] = new JsonArray("A", "B") }, Now);
        var dispatch = Assert.Single(run.Effects.OfType<DispatchChildren>());
        Assert.Equal(("child", "A,B"), (dispatch.DefinitionId, string.Join(',', dispatch.Items.Select(i => (string?)i))));
        var first =
            Engine.Run(definition, InstanceState.Read(run.State.Write()), new ChildEndedStimulus(dispatch.WaitId!.Value), NoFacts, Now);
        Assert.Equal((InstanceStatus.Running, 0), (first.State.Status, first.Effects.Count));
        var last =
            Engine.Run(definition, InstanceState.Read(first.State.Write()), new ChildEndedStimulus(dispatch.WaitId.Value), NoFacts, Now);
        Assert.Equal("all", Assert.Single(last.Effects.OfType<WriteLine>()).Text);
        Assert.Equal(InstanceStatus.Finished, last.State.Status);
        Assert.False(Engine.Run(definition, last.State, new ChildEndedStimulus(dispatch.WaitId.Value), NoFacts, Now).Accepted);

        var none = Engine.Run(
            definition, new InstanceState(), new StartStimulus(), new Dictionary<string, JsonNode?> { ["Areas"] = new JsonArray() }, Now);
        Assert.Equal(InstanceStatus.Finished, none.State.Status);
        var bad =
            Engine.Run(definition, new InstanceState(), new StartStimulus(), new Dictionary<string, JsonNode?> { ["Areas"] = "A017" }, Now);
        Assert.Equal("Fault", Assert.Single(bad.Effects.OfType<RaiseIncident>()).Incident.Kind);
    }

    [Fact]
    public void A_dispatched_workflow_gets_its_input_and_gives_its_outputs_as_result_when_it_is_waited_for()
    {
        static string Dispatch(string type, bool waits) => $$$$"""
            {"id":"d","type":"{{{{type}}}}","workflowDefinitionId":"child","correlationId":"c-1",
             "input":{"typeName":"ObjectDictionary","expression":{"type":"JavaScript","value":"return { seats: 4 + 3 };"}},
             "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":"{{{{waits}}}}"}}},
            {"id":"w","type":"Elsa.WriteLine",
             "text":{"typeName":"String","expression":{"type":"JavaScript",
               "value":"return JSON.stringify(getOutputFrom('d', 'result') ?? null);"}}}
            """;
        RunResult Start(string type, bool waits) =>
            Engine.Run(Compile(Dispatch(type, waits), "start>Done>d", "d>Done>w"), new InstanceState(),
                new StartStimulus(new JsonObject { ["given"] = 1 }, "p-1"), NoFacts, Now, "parent");
        static string Line(RunResult run) => Assert.Single(run.Effects.OfType<WriteLine>()).Text;
        var report = new JsonObject
        {
            ["workflowInstanceId"] = "child-1",
            ["status"] = "Finished",
            ["output"] = new JsonObject { ["agreed"] = true }
        };

        var forgotten = Start("Elsa.DispatchWorkflow", false);
        var order = Assert.Single(forgotten.Effects.OfType<DispatchChildren>());
        Assert.Equal((null, "child", "c-1", false), (order.WaitId, order.DefinitionId, order.CorrelationId, order.AtOnce));
        Assert.Equal("""{"seats":7,"ParentInstanceId":"parent"}""", order.InputFor(order.Items[0]).ToJsonString());
        Assert.Equal(("null", InstanceStatus.Finished), (Line(forgotten), forgotten.State.Status));

        var awaited = Start("Elsa.DispatchWorkflow", true);
        order = Assert.Single(awaited.Effects.OfType<DispatchChildren>());
        Assert.Equal((true, false), (order.WaitId is not null, order.AtOnce));
        Assert.Equal("""{"agreed":true}""",
            Line(Engine.Run(Compile(Dispatch("Elsa.DispatchWorkflow", true), "start>Done>d", "d>Done>w"),
                InstanceState.Read(awaited.State.Write()), new ChildEndedStimulus(order.WaitId!.Value, report), NoFacts, Now)));

        foreach (var waits in new[] { false, true })
        {
            var inline = Start("Elsa.ExecuteWorkflow", waits);
            order = Assert.Single(inline.Effects.OfType<DispatchChildren>());
            Assert.Equal((true, "p-1", !waits), (order.WaitId is not null, order.CorrelationId, order.AtOnce));
            Assert.Equal(report.ToJsonString(),
                Line(Engine.Run(Compile(Dispatch("Elsa.ExecuteWorkflow", waits), "start>Done>d", "d>Done>w"), inline.State,
                    new ChildEndedStimulus(order.WaitId!.Value, report), NoFacts, Now)));
        }

        // Without an input of its own, what is executed inline gets that of the one that executes it.
        var bare = Engine.Run(Compile("""{"id":"d","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"child"}""", "start>Done>d"),
            new InstanceState(), new StartStimulus(new JsonObject { ["given"] = 1 }), NoFacts, Now, "parent");
        Assert.Equal("""{"given":1,"ParentInstanceId":"parent"}""",
            Assert.Single(bare.Effects.OfType<DispatchChildren>()).InputFor(null).ToJsonString());
        var wrong = Engine.Run(Compile("""{"id":"d","type":"Elsa.DispatchWorkflow","workflowDefinitionId":"child","input":"text"}""",
            "start>Done>d"), new InstanceState(), new StartStimulus(), NoFacts, Now);
        Assert.Equal("Fault", Assert.Single(wrong.Effects.OfType<RaiseIncident>()).Incident.Kind);
    }

    [Fact]
    public void A_workflow_reads_its_input_where_there_is_no_fact_of_that_name_and_keeps_its_outputs()
    {
        const string body = """
            {"id":"o","type":"Elsa.SetOutput","outputName":"sum",
             "outputValue":{"typeName":"Object","expression":{"type":"JavaScript","value":"return getInput('a') + getInput('b');"}}}
            """;
        var run = Engine.Run(Compile(body, "start>Done>o"), new InstanceState(), new StartStimulus(new JsonObject { ["a"] = 1, ["b"] = 2 }),
            new Dictionary<string, JsonNode?> { ["b"] = 40 }, Now);
        Assert.Equal("""{"sum":41}""", InstanceState.Read(run.State.Write()).Result!.ToJsonString());
    }

    [Fact]
    public void A_race_cancels_a_loop_with_all_its_items_and_a_second_pass_begins_beside_the_first()
    {
        const string loop = $$"""
            {{ForkToAAndB}},
            {"id":"l","type":"Elsa.ParallelForEach","customProperties":{"mergeMode":"Cascade"},
             "items":{"typeName":"ICollection<Object>","expression":{"type":"JavaScript","value":"return getInput('People');"} },
             "body":{"id":"t","type":"Portal.UserTask","title":"inner"} },
            {"id":"o","type":"Portal.UserTask","title":"other"},
            {"id":"m","type":"Elsa.FlowFork",
             "branches":{"typeName":"String[]","expression":{"type":"Object","value":"[\"L\",\"O\"]"} } },
            {"id":"j","type":"Elsa.FlowJoin"}
            """;
        var definition = Compile(loop, "start>Done>f", "f>A>l", "f>B>o", "l>Done>j", "o>Ok>j", "o>More>m", "m>L>l", "m>O>o");
        var first = Engine.Run(definition, new InstanceState(), new StartStimulus(),
            new Dictionary<string, JsonNode?> { ["People"] = new JsonArray("1", "2") }, Now);
        var other = first.State.Waiting.Single(w => w.Activity == "o").Id;
        var more = Engine.Run(definition, first.State, new AnswerStimulus(other, "More"),
            new Dictionary<string, JsonNode?> { ["People"] = new JsonArray("3") }, Now);
        Assert.Equal(3, more.State.Waiting.Count(w => w.Activity == "t"));
        var won = Engine.Run(
            definition, more.State, new AnswerStimulus(more.State.Waiting.Single(w => w.Activity == "o").Id, "Ok"), NoFacts, Now);
        Assert.Equal(3, won.Effects.OfType<CloseTask>().Count(c => c is { ActivityId: "t", Cancelled: true }));
        Assert.Equal(InstanceStatus.Finished, won.State.Status);
    }

    [Theory]
    [InlineData("-1", -1, ReminderUnit.WorkingDays, null)]
    [InlineData("-1d@17:00", -1, ReminderUnit.Days, "17:00")]
    [InlineData("50%", 50, ReminderUnit.Percent, null)]
    [InlineData("-2h", -2, ReminderUnit.Hours, null)]
    [InlineData("0@07:00", 0, ReminderUnit.WorkingDays, "07:00")]
    public void Reminders_are_written_as_people_would(string text, int number, ReminderUnit unit, string? at) =>
        Assert.Equal(new Reminder(number, unit, at is null ? null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture)),
            Reminder.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1w")]
    [InlineData("1@25:00")]
    public void What_is_no_reminder_makes_the_step_an_incident(string text)
    {
        Assert.Throws<System.Text.Json.JsonException>(() => Reminder.Parse(text));
        var run = Start($$"""{"id":"t","type":"Portal.UserTask","title":"t","reminders":["{{text}}"]}""", "start>Done>t");
        Assert.Equal("Fault", Assert.Single(run.State.Incidents).Kind);
    }

    [Fact]
    public void An_endless_loop_without_a_wait_becomes_an_incident_and_can_be_jumped_out_of()
    {
        var run = Start("""
            {"id":"a","type":"Elsa.WriteLine","text":"x"},
            {"id":"b","type":"Elsa.WriteLine","text":"y"},
            {"id":"t","type":"Portal.UserTask","title":"way out"}
            """, "start>Done>a", "a>Done>b", "b>Done>a", "b>Never>t");
        var incident = Assert.Single(run.State.Incidents);
        Assert.Equal("EndlessLoop", incident.Kind);
        Assert.Equal(InstanceStatus.Running, run.State.Status);
        var jumped = Engine.Run(run.Definition, run.State, new JumpStimulus(incident.Id, "t"), NoFacts, Now);
        Assert.Equal("t", Assert.Single(jumped.State.Waiting).Activity);
        Assert.Empty(jumped.State.Incidents);
    }

    [Fact]
    public void A_fault_stops_its_branch_only_and_is_retried_with_new_facts()
    {
        var run = Start($$$"""
            {{{ForkToAAndB}}},
            {"id":"d","type":"Elsa.FlowDecision",
             "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"return getInput('X').y > 1;"}} },
            {"id":"w","type":"Elsa.WriteLine","text":"went"},
            {"id":"t","type":"Portal.UserTask","title":"t"}
            """, "start>Done>f", "f>A>d", "f>B>t", "d>True>w");
        Assert.Equal("d", Assert.Single(run.State.Incidents).Activity);
        Assert.Equal("t", Assert.Single(run.State.Waiting).Activity);
        var retried = Engine.Run(run.Definition, run.State, new RetryStimulus(run.State.Incidents[0].Id),
            new Dictionary<string, JsonNode?> { ["X"] = new JsonObject { ["y"] = 2 } }, Now);
        Assert.Equal("went", Assert.Single(retried.Effects.OfType<WriteLine>()).Text);
        Assert.Empty(retried.State.Incidents);
    }

    [Fact]
    public void An_unknown_activity_is_kept_and_becomes_an_incident_when_it_is_reached()
    {
        var run = Start("""{"id":"x","type":"Acme.Unheard","secret":{"a":[1,2]}}""", "start>Done>x");
        Assert.Equal(("UnknownActivity", "Acme.Unheard"), (run.State.Incidents[0].Kind, run.State.Incidents[0].Message));
        Assert.Contains("\"secret\":{\"a\":[1,2]}", run.Definition.Definition.Write(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while(true){}")]
    [InlineData("var a=[]; while(true) a.push('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');")]
    [InlineData("function f(){return f();} return f();")]
    [InlineData("return System.IO.File.ReadAllText('/etc/passwd');")]
    [InlineData("return new Function('return 1')();")]
    [InlineData("return eval('1');")]
    [InlineData("return Math.random() > 2;")]
    [InlineData("return 'x'.repeat(1e9).length > 0;")]
    public void A_script_that_loops_grows_or_reaches_for_the_host_is_an_incident(string script)
    {
        var source = JsonValue.Create(script)!.ToJsonString();
        var run = Start($$$"""
            {"id":"d","type":"Elsa.FlowDecision",
             "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":{{{source}}} } } }
            """, "start>Done>d");
        Assert.Equal("Fault", Assert.Single(run.State.Incidents).Kind);
    }

    [Fact]
    public void Several_answers_settle_when_enough_agree_or_all_have_answered()
    {
        const string task = """
            {"id":"t","type":"Portal.UserTask","title":"t",
             "answers":{"typeName":"Object","expression":{"type":"Object","value":"{\"mode\":\"Enough\",\"count\":2}"}},
             "actionDefinitions":{"typeName":"Object","expression":{"type":"Object",
               "value":"[{\"key\":\"Yes\"},{\"key\":\"No\"}]"}}},
            {"id":"y","type":"Elsa.WriteLine","text":"yes"}
            """;
        var run = Start(task, "start>Done>t", "t>Yes>y");
        var wait = run.State.Waiting[0].Id;
        var one = Engine.Run(run.Definition, run.State, new AnswerStimulus(wait, "Yes", "A", 5), NoFacts, Now);
        var twice = Engine.Run(run.Definition, one.State, new AnswerStimulus(wait, "Yes", "A", 5), NoFacts, Now);
        Assert.Single(twice.State.Waiting);
        var two = Engine.Run(run.Definition, twice.State, new AnswerStimulus(wait, "No", "B", 5), NoFacts, Now);
        var three = Engine.Run(run.Definition, two.State, new AnswerStimulus(wait, "Yes", "C", 5), NoFacts, Now);
        Assert.Equal("yes", Assert.Single(three.Effects.OfType<WriteLine>()).Text);
    }

    [Fact]
    public void Elsa_user_task_leaves_through_Done_with_the_answer_in_its_result()
    {
        var run = Start("""
            {"id":"t","type":"Elsa.UserTask","title":{"typeName":"String","expression":{"type":"Literal","value":"t"}}},
            {"id":"d","type":"Elsa.FlowDecision",
             "condition":{"typeName":"Boolean","expression":{"type":"JavaScript",
               "value":"return getOutputFrom('t','result').actionKey === 'Approve';"}}},
            {"id":"w","type":"Elsa.WriteLine","text":"approved"}
            """, "start>Done>t", "t>Done>d", "d>True>w");
        var next = Engine.Run(run.Definition, run.State, new AnswerStimulus(run.State.Waiting[0].Id, "Approve", "A"), NoFacts, Now);
        Assert.Equal("approved", Assert.Single(next.Effects.OfType<WriteLine>()).Text);
    }

    [Fact]
    public void For_every_flowchart_the_same_input_gives_the_same_output_the_state_passed_in_is_untouched_and_no_token_is_lost() =>
        Flowcharts.Sample(spec =>
        {
            var definition = new CompiledDefinition(WorkflowDefinition.Read(spec.Json));
            var state = new InstanceState();
            Stimulus stimulus = new StartStimulus();
            foreach (var pick in spec.Picks.Prepend(0))
            {
                var before = state.Write();
                var first = Engine.Run(definition, state, stimulus, NoFacts, Now);
                var second = Engine.Run(definition, InstanceState.Read(before), stimulus, NoFacts, Now);
                Assert.Equal(before, state.Write());
                Assert.Equal(first.State.Write(), second.State.Write());
                Assert.Equal(first.Effects.Count, second.Effects.Count);
                state = first.State;

                // Either it has ended, or somebody is waited for, or it is an incident: never nothing.
                Assert.True(state.Status != InstanceStatus.Running || state.Waiting.Count > 0 || state.Incidents.Count > 0);
                Assert.True(state.Status == InstanceStatus.Running || (state.Scopes.Count == 0 && state.Waiting.Count == 0));

                // Each unconsumed token points at something that waits, is upstream of it, or is reported as stuck.
                if (state.Status == InstanceStatus.Running && state.Waiting.Count == 0)
                {
                    Assert.All(state.Incidents, i => Assert.Contains(i.Kind, new[] { "Stuck", "EndlessLoop" }));
                }

                if (state.Waiting.Count == 0)
                {
                    break;
                }

                var wait = state.Waiting[pick % state.Waiting.Count];
                stimulus = new AnswerStimulus(wait.Id, pick % 2 == 0 ? "Approve" : "Return");
            }
        }, iter: 1_000);

    [Fact]
    public void Reading_and_writing_a_definition_loses_nothing_at_any_level() =>
        Documents.Sample(json =>
        {
            var text = json.ToJsonString();
            var definition = WorkflowDefinition.Read(text);
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(definition.Write())));
        }, iter: 2_000);

    [Fact]
    public void Old_connections_are_read_and_written_in_the_present_form()
    {
        var definition = WorkflowDefinition.Read("""
            {"root":{"id":"f","type":"Elsa.Flowchart",
                     "activities":[{"id":"a","type":"Elsa.Start"},{"id":"b","type":"Elsa.End"}],
                     "connections":[{"source":"a","sourcePort":"Done","target":"b","targetPort":"In","extra":7}]}}
            """);
        Assert.Equal(new Connection("a", "Done", "b"), definition.Root.Connections[0]);
        Assert.Contains("""{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"},"extra":7}""", definition.Write(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Definition.NotJson")]
    [InlineData("[]", "Definition.NotObject")]
    [InlineData("{}", "Definition.NoRoot")]
    [InlineData("""{"root":[]}""", "Definition.WrongType")]
    [InlineData("""{"root":{"id":"a"}}""", "Definition.NoType")]
    [InlineData("""{"root":{"id":"a","type":"Elsa.Flowchart","activities":{"x":1}}}""", "Definition.WrongType")]
    [InlineData("""{"root":{"id":"a","type":"Elsa.Flowchart","connections":[{}]}}""", "Definition.BadConnection")]
    [InlineData("""{"a":1,"a":2,"root":{}}""", "Definition.NotJson")]
    public void Broken_documents_get_a_clear_error(string json, string code) =>
        Assert.Equal(code, Assert.Throws<DefinitionFormatException>(() => WorkflowDefinition.Read(json)).Code);

    private static (CompiledDefinition Definition, InstanceState State, IReadOnlyList<Effect> Effects) Start(
        string activities, params string[] connections)
    {
        var definition = Compile(activities, connections);
        var run = Engine.Run(definition, new InstanceState(), new StartStimulus(), NoFacts, Now);
        return (definition, run.State, run.Effects);
    }

    private static CompiledDefinition Compile(string activities, params string[] connections)
    {
        var joined = string.Join(',',
            connections
                .Select(c => c.Split('>'))
                .Select(c =>
                    $$$"""{"source":{"activity":"{{{c[0]}}}","port":"{{{c[1]}}}"},"target":{"activity":"{{{c[2]}}}","port":"In"}}"""));
        return new CompiledDefinition(WorkflowDefinition.Read($$$"""
            {"definitionId":"x",
             "root":{"id":"flow","type":"Elsa.Flowchart",
                     "activities":[{"id":"start","type":"Elsa.Start"},{{{activities}}}],
                     "connections":[{{{joined}}}]}}
            """));
    }

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<(string Json, int[] Picks)> Flowcharts { get; } =
        Gen.Int[2, 9].SelectMany(n =>
            Gen.Select(
                Pick("Portal.UserTask", "Elsa.WriteLine", "Elsa.FlowFork", "Elsa.FlowJoin").Array[n],
                Pick("None", "Stream", "Merge", "Converge", "Cascade", "Race").Array[n],
                Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Pick("Done", "Approve", "Return", "L", "R")).Array[n, n * 3],
                Gen.Int[0, 20].Array[12],
                (types, modes, edges, picks) =>
                {
                    var activities = types.Select((t, i) => $$$"""
                        {"id":"n{{{i}}}","type":"{{{t}}}","customProperties":{"mergeMode":"{{{modes[i]}}}"},"text":"n{{{i}}}",
                         "branches":{"typeName":"String[]","expression":{"type":"Object","value":"[\"L\",\"R\"]"} } }
                        """);
                    var connections = edges.Select(e => $$$"""
                        {"source":{"activity":"n{{{e.Item1}}}","port":"{{{e.Item3}}}"},
                         "target":{"activity":"n{{{e.Item2}}}","port":"In"}}
                        """)
                        .Prepend("""{"source":{"activity":"start","port":"Done"},"target":{"activity":"n0","port":"In"}}""");
                    return ($$$"""
                        {"root":{"id":"f","type":"Elsa.Flowchart",
                                 "activities":[{"id":"start","type":"Elsa.Start"},{{{string.Join(',', activities)}}}],
                                 "connections":[{{{string.Join(',', connections)}}}]}}
                        """, picks);
                }));

    private static Gen<JsonObject> Documents { get; } =
        Gen.Select(
            Gen.String[Gen.Char.AlphaNumeric, 1, 8].Array[0, 6], Gen.Int[0, 5].Array[6], Gen.Int[0, 3],
            (names, kinds, activities) =>
            {
                JsonObject Extra(int salt) =>
                    new(names.Distinct().Select((n, i) => KeyValuePair.Create("x" + n, OfKind(kinds[(i + salt) % 6], i))));
                var list = new JsonArray([.. Enumerable.Range(0, activities).Select(i =>
                {
                    var a = Extra(i);
                    (a["id"], a["type"], a["customProperties"], a["metadata"]) =
                        ($"a{i}", i % 2 == 0 ? "Elsa.WriteLine" : "Acme.Unknown", Extra(i + 1), Extra(i + 2));
                    return (JsonNode)a;
                })]);
                var connections = new JsonArray([.. Enumerable.Range(0, Math.Max(0, activities - 1)).Select(i =>
                {
                    var c = Extra(i + 3);
                    (c["source"], c["target"]) = (new JsonObject { ["activity"] = $"a{i}", ["port"] = "Done" },
                        new JsonObject { ["activity"] = $"a{i + 1}", ["port"] = "In" });
                    return (JsonNode)c;
                })]);
                var root = Extra(4);
                (root["id"], root["type"], root["activities"], root["connections"]) = ("f", "Elsa.Flowchart", list, connections);
                var document = Extra(5);
                (document["root"], document["variables"]) =
                    (root, new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "V", ["q"] = Extra(0) }));
                return document;
            });

    private static JsonNode? OfKind(int kind, int number) => kind switch
    {
        0 => null,
        1 => JsonValue.Create(number),
        2 => JsonValue.Create("Điều 7 \"ủy\" <b>"),
        3 => new JsonArray(1, null, "a"),
        4 => new JsonObject { ["y"] = new JsonObject { ["z"] = false } },
        _ => JsonValue.Create(1.5),
    };
}
