using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Engine;

/// <summary>
/// Carries the state of a running instance over to another version of its definition. What waits goes on waiting at the same
/// step or at the one it was mapped to; nothing that is done is done again, and a state that could not go on is refused.
/// </summary>
public static class InstanceMigration
{
    /// <param name="mapping">Steps that go elsewhere: path in the old version to the id of a step in the same flowchart of the new
    /// one.</param>
    public static MigrationPlan Plan(
        CompiledDefinition from, CompiledDefinition to, InstanceState state, IReadOnlyDictionary<string, string> mapping)
    {
        var (steps, problems) = (new List<MovedStep>(), new List<MigrationProblem>());
        if (state.Status != InstanceStatus.Running)
        {
            return new MigrationPlan(steps, [new MigrationProblem("NotRunning", "")], null);
        }

        problems.AddRange(state.Incidents.Select(i => new MigrationProblem("HasIncident", i.Activity)));
        var moved = state.Copy();
        var renamed = new Dictionary<(int Scope, string Id), string>();
        foreach (var wait in state.Waiting)
        {
            var path = PathOf(state.Scopes.Find(s => s.Id == wait.Scope)!.Path, wait.Activity);
            var target = Target(to, state, wait, mapping.GetValueOrDefault(path, wait.Activity));
            steps.Add(new MovedStep(wait.Id, path, target?.Path));
            if (target is null)
            {
                problems.Add(new MigrationProblem("StepGone", path));
            }
            else if (wait is TaskWait
                ? target.Type is not UserTaskActivity
                : target.Node.Type != from.At(path)?.Node.Type)
            {
                problems.Add(new MigrationProblem("KindDiffers", path));
            }
            else if (wait is TaskWait && target.FixedSpec is null)
            {
                problems.Add(new MigrationProblem("Computed", path));
            }
            else
            {
                renamed[(wait.Scope, wait.Activity)] = target.Id;
                moved.Waiting[moved.Waiting.FindIndex(w => w.Id == wait.Id)] = wait with { Activity = target.Id };
            }
        }

        foreach (var scope in moved.Scopes)
        {
            if (to.Chart(scope.Path) is not { } chart)
            {
                problems.Add(new MigrationProblem("LoopGone", scope.Path));
                continue;
            }

            MoveTokens(scope, chart, renamed, [.. state.Waiting.Where(w => w.Scope == scope.Id).Select(w => w.Activity)], problems);
            Joins(scope, chart, from.Chart(scope.Path), moved, problems);
        }

        foreach (var variable in to.Definition.Variables)
        {
            moved.Variables.TryAdd(variable.Id, variable.Default());
        }

        return new MigrationPlan(steps, problems, problems.Count == 0 ? moved : null);
    }

    private static CompiledActivity? Target(CompiledDefinition to, InstanceState state, WaitState wait, string id) =>
        to.Chart(state.Scopes.Find(s => s.Id == wait.Scope)!.Path)?.Activities.GetValueOrDefault(id);

    // A token leads to what waits, or lies at a join until the others come.
    private static void MoveTokens(ScopeState scope, FlowGraph chart, Dictionary<(int Scope, string Id), string> renamed,
        HashSet<string> waiting, List<MigrationProblem> problems)
    {
        for (var i = 0; i < scope.Tokens.Count; i++)
        {
            var token = scope.Tokens[i];
            if (renamed.TryGetValue((scope.Id, token.To), out var id))
            {
                scope.Tokens[i] = token with { To = id };
            }
            else if (!waiting.Contains(token.To)
                && (!chart.Activities.TryGetValue(token.To, out var at)
                    || (!token.Consumed && at.Inbound.TrueForAll(c => c.From != token.From || c.Port != token.Port))))
            {
                problems.Add(new MigrationProblem("WayGone", PathOf(scope.Path, token.From)));
            }
        }
    }

    // A join that some branch will reach must not wait for one that is only in the new version and never began.
    private static void Joins(ScopeState scope, FlowGraph chart, FlowGraph? before, InstanceState moved, List<MigrationProblem> problems)
    {
        var waiting = moved.Waiting.Where(w => w.Scope == scope.Id).Select(w => w.Activity).ToList();
        foreach (var join in chart.Activities.Values
            .Where(a => a.MergeMode is MergeMode.Merge or MergeMode.Converge && a.ForwardInbound.Count > 1))
        {
            var known = before?.Activities.GetValueOrDefault(join.Id)?.ForwardInbound ?? [];
            if (join.ForwardInbound.Exists(Comes)
                && join.ForwardInbound.Exists(c => !Comes(c) && !known.Exists(k => k.From == c.From && k.Port == c.Port)))
            {
                problems.Add(new MigrationProblem("JoinNeverFires", join.Path));
            }
        }

        // A token lies on the connection already, or something before it is still waiting.
        bool Comes(Connection connection) =>
            scope.Tokens.Exists(t =>
                !t.Consumed && t.From == connection.From && t.Port == connection.Port && t.To == connection.To)
            || waiting.Exists(w => w == connection.From || chart.Activities[connection.From].Upstream.Contains(w));
    }

    private static string PathOf(string scope, string id) => scope.Length == 0 ? id : $"{scope}/{id}";
}
