using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Engine;

/// <content>Executes what is scheduled, by the rules of token mode: tokens out, tokens in consumed, targets looked at by their merge
/// mode.</content>
public sealed partial class Runner
{
    private sealed partial class Burst
    {
        private void Execute(ScopeState scope, CompiledActivity activity)
        {
            (_current, _scope) = (activity, scope);
            ActivityResult result;
            try
            {
                result = activity.Type?.Execute(this) ?? new Faults("UnknownActivity", activity.Node.Type);
            }
            catch (ExpressionException e)
            {
                result = new Faults("Fault", e.Message);
            }

            switch (result)
            {
                case Completed completed:
                    Complete(scope, activity, completed.Outcomes);
                    break;
                case Wait wait:
                    var id = ++state.LastId;
                    state.Waiting.Add(wait.For with { Id = id, Scope = scope.Id, Activity = activity.Id });
                    if (wait.Effect is not null)
                    {
                        Add(wait.Effect(id));
                    }

                    break;
                case EndsFlowchart ends:
                    CountCompletion(scope, activity);
                    CloseScope(scope, ends.Outcomes);
                    break;
                case EndsWorkflow ends when OwnerOf(scope)?.Outbound.Exists(c => ends.Outcomes.Contains(c.Port)) == true:
                    CountCompletion(scope, activity);
                    CloseScope(scope, ends.Outcomes);
                    break;
                case EndsInstance or EndsWorkflow:
                    CountCompletion(scope, activity);
                    EndInstance(InstanceStatus.Finished);
                    break;
                case EntersFlowchart when activity.Chart?.Start is { } start:
                    Enter(scope, activity, start, null, null);
                    break;
                case EntersEach each when activity.Chart?.Start is { } start && each.Items.Count > 0:
                    foreach (var (item, index) in each.Items.Select((item, index) => (item, index)))
                    {
                        Enter(scope, activity, start, item, index);
                    }

                    break;
                case EntersFlowchart or EntersEach:
                    Complete(scope, activity, ["Done"]);
                    break;
                case Faults faults:
                    AddIncident(scope, activity.Id, faults.Kind, faults.Message);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown result of {activity.Node.Type}.");
            }
        }

        private void Enter(ScopeState scope, CompiledActivity activity, CompiledActivity start, JsonNode? item, int? index)
        {
            var nested =
                new ScopeState { Id = ++state.LastId, Path = activity.Path, Parent = scope.Id, Item = item?.DeepClone(), Index = index };
            state.Scopes.Add(nested);
            Schedule(nested, start);
        }

        // The rules of token mode, in Elsa's order: tokens out, tokens in consumed, targets looked at, consumed ones removed.
        private void Complete(ScopeState scope, CompiledActivity activity, string[] outcomes)
        {
            var chart = ChartOf(scope);
            var followed = new List<Connection>();
            foreach (var connection in activity.Outbound)
            {
                if (Array.IndexOf(outcomes, connection.Port) >= 0 && !followed.Contains(connection))
                {
                    followed.Add(connection);
                    scope.Tokens.Add(new Token { From = connection.From, Port = connection.Port, To = connection.To });
                    var inside = chart.Path.Length > 0 ? $"{chart.Path}/" : "";
                    state.FollowedConnections.Add($"{inside}{connection.From}|{connection.Port}|{connection.To}");
                }
            }

            // Straight back to itself, as by more time: it is still being done.
            if (followed.Count == 0 || followed.Exists(c => c.To != activity.Id))
            {
                CountCompletion(scope, activity);
            }

            foreach (var token in scope.Tokens)
            {
                if (!token.Consumed && token.To == activity.Id)
                {
                    token.Consumed = true;
                }
            }

            foreach (var connection in followed)
            {
                Look(scope, chart.Activities[connection.To]);
            }

            scope.Tokens.RemoveAll(t => t.Consumed && t.To == activity.Id);
            if (IsDrained(scope))
            {
                CloseScope(scope, ["Done"]);
            }
        }

        private void Look(ScopeState scope, CompiledActivity target)
        {
            switch (target.MergeMode)
            {
                case MergeMode.Stream:
                    if (!target.ForwardInbound.Exists(c => scope.Tokens.Exists(t => !t.Consumed && t.To == c.From)))
                    {
                        Schedule(scope, target);
                    }

                    break;
                case MergeMode.Merge:
                    if (target.ForwardInbound.Count <= 1 || target.ForwardInbound.TrueForAll(c => HasToken(scope, c)))
                    {
                        Schedule(scope, target);
                    }

                    break;
                case MergeMode.Converge:
                    if (target.Inbound.Count <= 1 || target.Inbound.TrueForAll(c => HasToken(scope, c)))
                    {
                        Schedule(scope, target);
                    }

                    break;
                case MergeMode.Cascade:
                    Schedule(scope, target);
                    break;
                case MergeMode.Race:
                    foreach (var loser in target.Upstream)
                    {
                        CancelActivity(scope, loser);
                    }

                    scope.Tokens.RemoveAll(t => target.Upstream.Contains(t.To));
                    Schedule(scope, target);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown merge mode {target.MergeMode}.");
            }
        }

        private static bool HasToken(ScopeState scope, Connection c) =>
            scope.Tokens.Exists(t => !t.Consumed && t.From == c.From && t.Port == c.Port && t.To == c.To);

        private void Schedule(ScopeState scope, CompiledActivity activity) => _queue.AddLast((scope, activity));

        private void CancelActivity(ScopeState scope, string activityId)
        {
            foreach (var wait in state.Waiting.FindAll(w => w.Scope == scope.Id && w.Activity == activityId))
            {
                state.Waiting.Remove(wait);
                Closed(wait, cancelled: true);
            }

            state.Incidents.RemoveAll(i => i.Scope == scope.Id && i.Activity == activityId);
            Unschedule(q => q.Scope == scope && q.Activity.Id == activityId);
            var path = scope.Path.Length == 0 ? activityId : $"{scope.Path}/{activityId}";
            foreach (var nested in state.Scopes.FindAll(s => s.Parent == scope.Id && s.Path == path))
            {
                DropScope(nested);
            }
        }

        private void DropScope(ScopeState scope)
        {
            foreach (var nested in state.Scopes.FindAll(s => s.Parent == scope.Id))
            {
                DropScope(nested);
            }

            foreach (var wait in state.Waiting.FindAll(w => w.Scope == scope.Id))
            {
                state.Waiting.Remove(wait);
                Closed(wait, cancelled: true);
            }

            state.Incidents.RemoveAll(i => i.Scope == scope.Id);
            Unschedule(q => q.Scope == scope);
            state.Scopes.Remove(scope);
        }

        private void Unschedule(Predicate<(ScopeState Scope, CompiledActivity Activity)> which)
        {
            for (var node = _queue.First; node is not null;)
            {
                var next = node.Next;
                if (which(node.Value))
                {
                    _queue.Remove(node);
                }

                node = next;
            }
        }

        private void CloseScope(ScopeState scope, string[] outcomes)
        {
            DropScope(scope);
            if (scope.Parent is not { } parentId)
            {
                state.Status = InstanceStatus.Finished;
                return;
            }

            var parent = state.Scopes.Find(s => s.Id == parentId)!;
            var owner = OwnerOf(scope)!;
            if (!owner.Node.IsLoop)
            {
                Complete(parent, owner, outcomes);
            }
            else if (!state.Scopes.Exists(s => s.Parent == parentId && s.Path == scope.Path))
            {
                Complete(parent, owner, ["Done"]);
            }
        }

        private bool EndInstance(InstanceStatus status)
        {
            if (state.Scopes.Find(s => s.Parent is null) is { } root)
            {
                DropScope(root);
            }

            state.Status = status;
            return true;
        }

        /// <summary>The activity that a nested flowchart belongs to; null for the root.</summary>
        private CompiledActivity? OwnerOf(ScopeState scope) => state.Scopes.Find(s => s.Id == scope.Parent) is { } parent
            ? ChartOf(parent).Activities[scope.Path[(scope.Path.LastIndexOf('/') + 1)..]] : null;

        private bool IsDrained(ScopeState scope) =>
            state.Status == InstanceStatus.Running
            && state.Scopes.Contains(scope)
            && !scope.Tokens.Exists(t => !t.Consumed)
            && IsIdle(scope);

        private bool IsIdle(ScopeState scope) =>
            !state.Waiting.Exists(w => w.Scope == scope.Id)
            && !state.Incidents.Exists(i => i.Scope == scope.Id)
            && !state.Scopes.Exists(s => s.Parent == scope.Id)
            && !_queue.Any(q => q.Scope == scope);

        private void FindStuck()
        {
            foreach (var scope in state.Scopes.FindAll(s => IsIdle(s)))
            {
                AddIncident(scope, scope.Tokens.Find(t => !t.Consumed)?.To ?? "", "Stuck", "");
            }
        }

        private void StopLoop()
        {
            foreach (var (scope, activity) in _queue.DistinctBy(q => (q.Scope.Id, q.Activity.Id)))
            {
                AddIncident(scope, activity.Id, "EndlessLoop", "");
            }

            _queue.Clear();
        }

        private void AddIncident(ScopeState scope, string activityId, string kind, string message)
        {
            var incident =
                new IncidentState { Id = ++state.LastId, Scope = scope.Id, Activity = activityId, Kind = kind, Message = message };
            state.Incidents.Add(incident);
            _effects.Add(new RaiseIncident(incident));
        }

        private void CountCompletion(ScopeState scope, CompiledActivity activity)
        {
            state.Completed[activity.Path] = state.Completed.GetValueOrDefault(activity.Path) + 1;
            if (ItemOf(scope) is { } item)
            {
                var key = InstanceState.CompletedKey(activity.Path, Text(item));
                state.Completed[key] = state.Completed.GetValueOrDefault(key) + 1;
            }
        }

        private ScopeState? LoopOf(ScopeState? scope) =>
            scope is null or { Index: not null } ? scope : LoopOf(state.Scopes.Find(s => s.Id == scope.Parent));

        private JsonNode? ItemOf(ScopeState? scope) => LoopOf(scope)?.Item;

        private string? CurrentItem => ItemOf(_scope) is { } item ? Text(item) : null;

        private static string Text(JsonNode node) =>
            node is JsonValue v && v.TryGetValue<string>(out var text) ? text : node.ToJsonString();

        private FlowGraph ChartOf(ScopeState scope)
        {
            if (!_charts.TryGetValue(scope.Id, out var chart))
            {
                chart = definition.Chart(scope.Path) ?? throw new InvalidOperationException($"No flowchart at {scope.Path}.");
                _charts[scope.Id] = chart;
            }

            return chart;
        }

        private (ScopeState Scope, CompiledActivity Activity)? Locate(int scopeId, string activityId) =>
            state.Scopes.Find(s => s.Id == scopeId) is { } scope && ChartOf(scope).Activities.TryGetValue(activityId, out var activity)
                ? (scope, activity) : null;
    }
}
