using System.Text.Json.Nodes;
using CsCheck;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Tests.Workflows;

/// <summary>Moving the state of a running instance: there and back is nothing, and what could not go on is refused.</summary>
public class InstanceMigrationTests
{
    private static readonly Runner Engine = new();

    private static readonly DateTime Now = new(2026, 11, 25, 2, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, JsonNode?> Facts =
        new() { ["OralNotice"] = false, ["Cleared"] = false, ["Contacted"] = false, ["Days"] = 5 };

    public static TheoryData<string> Shipped() => [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void From_a_version_to_its_like_and_back_changes_nothing(string key)
    {
        var definition = new CompiledDefinition(WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json));
        Gen.Int[0, 1000].Array[0, 12].Sample(choices =>
        {
            var state = Walk(definition, choices);
            if (state.Status != InstanceStatus.Running || state.Incidents.Count > 0
                || state.Waiting.Exists(w => w is TaskWait && definition.Find(w.Activity)?.FixedSpec is null))
            {
                return;
            }

            var plan = InstanceMigration.Plan(definition, definition, state, new Dictionary<string, string>());
            Assert.Empty(plan.Problems);
            Assert.Equal(state.Write(), plan.State!.Write());
        }, iter: 200);
    }

    [Fact]
    public void A_step_that_is_gone_must_become_another_of_the_same_kind()
    {
        var (before, state) = AtReview();
        var after = new CompiledDefinition(DefinitionEditor.Remove(before.Definition, "review"));
        Assert.Equal(["StepGone"], Plan(before, after, state).Problems.Select(p => p.Code));
        Assert.Contains(Plan(before, after, state, ("review", "fork")).Problems, p => p.Code == "KindDiffers");
        var moved = Plan(before, after, state, ("review", "revise"));
        Assert.Empty(moved.Problems);
        Assert.Contains(moved.State!.Waiting, w => w.Activity == "revise");
        Assert.Contains(moved.State.Scopes[0].Tokens, t => t.To == "revise");
        Assert.DoesNotContain(moved.State.Scopes[0].Tokens, t => t.To == "review");
    }

    [Fact]
    public void A_join_that_would_wait_for_a_branch_that_never_began_is_refused()
    {
        var (before, state) = AtReview();
        var (changed, _) =
            DefinitionEditor.Insert(before.Definition, "review", "Acknowledge", Pattern.Parallel, "Một", "Hai", "Chia", "Gộp");

        // Before the fork it is fine: both branches are still to come.
        Assert.Empty(Plan(before, new CompiledDefinition(changed), state).Problems);

        // In one of two branches, moved to a version in which the join waits for a third.
        var withJoin = new CompiledDefinition(changed);
        var contacted = Answer(withJoin, Plan(before, withJoin, state).State!, "contact", "Contacted");
        var inBranch = Answer(withJoin, contacted, "review", "Acknowledge");
        Assert.Equal(2, inBranch.Waiting.Count(w => w.Activity.StartsWith("buoc", StringComparison.Ordinal)));
        var fork = Outline.Of(withJoin).Single(s => s.Title == "Chia");
        var settings = AutomaticSettings.Of(withJoin.Find(fork.Id)!);
        var third = DefinitionEditor.Duplicate(changed, "buoc1");
        var definition = DefinitionEditor.SetAutomatic(
            third.Definition, fork.Path, settings with { Branches = [.. settings.Branches, new OutgoingBranch("C", "", third.Path)] });
        definition = DefinitionEditor.SetStep(definition, third.Path,
            Outline.Of(new CompiledDefinition(definition))
                .Single(s => s.Path == third.Path)
                .Settings! with
            {
                Outcomes = [new StepOutcome(
                    "Done", "Xong", false, Outline.Of(withJoin).Single(s => s.Title == "Gộp").Id)]
            });
        Assert.Contains(Plan(withJoin, new CompiledDefinition(definition), inBranch).Problems, p => p.Code == "JoinNeverFires");
    }

    [Fact]
    public void What_has_ended_or_is_broken_stays()
    {
        var (definition, state) = AtReview();
        Assert.Equal(["NotRunning"],
            Plan(definition, definition, Engine.Run(definition, state, new CancelStimulus(), Facts, Now).State)
                .Problems
                .Select(p => p.Code));
        state.Incidents.Add(new IncidentState { Id = 99, Scope = state.Scopes[0].Id, Activity = "ready", Kind = "Fault", Message = "" });
        Assert.Equal(["HasIncident"], Plan(definition, definition, state).Problems.Select(p => p.Code));
    }

    private static (CompiledDefinition Definition, InstanceState State) AtReview()
    {
        var definition =
            new CompiledDefinition(WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == "field-trip").Json));
        return (definition,
            Answer(definition, Engine.Run(definition, new InstanceState(), new StartStimulus(), Facts, Now).State, "notice", "Submit"));
    }

    private static InstanceState Answer(CompiledDefinition definition, InstanceState state, string step, string outcome)
    {
        var run = Engine.Run(definition, state, new AnswerStimulus(state.Waiting.Single(w => w.Activity == step).Id, outcome), Facts, Now);
        Assert.True(run.Accepted);
        return run.State;
    }

    private static InstanceState Walk(CompiledDefinition definition, int[] choices)
    {
        var state = Engine.Run(definition, new InstanceState(), new StartStimulus(), Facts, Now).State;
        foreach (var choice in choices)
        {
            var waiting = state.Waiting.Where(w => w is TaskWait && definition.Find(w.Activity)?.FixedSpec is not null).ToList();
            if (waiting.Count == 0)
            {
                break;
            }

            var wait = waiting[choice % waiting.Count];
            var actions = definition.Find(wait.Activity)!.FixedSpec!.Actions;
            state = Engine.Run(definition, state, new AnswerStimulus(wait.Id, actions[choice / 7 % actions.Count].Key), Facts, Now).State;
        }

        return state;
    }

    private static MigrationPlan Plan(
        CompiledDefinition from, CompiledDefinition to, InstanceState state, params (string From, string To)[] mapping) =>
        InstanceMigration.Plan(from, to, state, mapping.ToDictionary(m => m.From, m => m.To));
}
