using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <summary>
/// Runs Elsa 3 flowcharts in token mode. A pure function: the same definition, state, stimulus, facts and moment give
/// the same new state and effects, so that a dry run, a replay and a test are the real thing.
/// </summary>
public static class Runner
{
    /// <summary>More activity executions than this in one burst are an endless loop.</summary>
    public const int MaxExecutions = 20_000;

    /// <summary>More scheduled activities or tokens at a time than this are a loop that multiplies itself.</summary>
    public const int MaxScheduled = 500;

    /// <param name="definition">The version the instance began with.</param>
    /// <param name="state">Not changed; <c>new InstanceState()</c> before the start.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="facts">What the process says of the case; read as workflow inputs (<c>getInput('Status')</c>).</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="instanceId">For scripts that ask for it.</param>
    public static RunResult Run(
        CompiledDefinition definition,
        InstanceState state,
        Stimulus stimulus,
        IReadOnlyDictionary<string, JsonNode?> facts,
        DateTime now,
        string instanceId = "")
    {
        var burst = new Burst(definition, state.Copy(), facts, now, instanceId);
        return burst.Apply(stimulus) ? burst.Finish() : new RunResult(state, [], false, 0);
    }

    private sealed class Burst(
        CompiledDefinition definition,
        InstanceState state,
        IReadOnlyDictionary<string, JsonNode?> facts,
        DateTime now,
        string instanceId) : IExpressionScope, IActivityContext
    {
        private readonly List<Effect> _effects = [];
        private readonly LinkedList<(ScopeState Scope, CompiledActivity Activity)> _queue = new();
        private readonly Dictionary<int, FlowGraph> _charts = [];
        private CompiledActivity _current = definition.Root;
        private ScopeState? _scope;
        private int _executed;

        public bool Apply(Stimulus stimulus)
        {
            if (state.Status != InstanceStatus.Running)
            {
                return false;
            }

            return stimulus switch
            {
                StartStimulus start => Start(start),
                AnswerStimulus answer => Answer(answer),
                TimeStimulus time => TimeIsUp(time),
                EventStimulus happened => Happened(happened),
                ChildEndedStimulus ended => ChildEnded(ended),
                RetryStimulus retry => Resume(retry.IncidentId, null),
                JumpStimulus jump => Resume(jump.IncidentId, jump.ActivityId),
                CancelStimulus => EndInstance(InstanceStatus.Cancelled),
                _ => false,
            };
        }

        public RunResult Finish()
        {
            while (_queue.First is { } first && state.Status == InstanceStatus.Running)
            {
                _queue.RemoveFirst();
                if (++_executed > MaxExecutions || _queue.Count > MaxScheduled || first.Value.Scope.Tokens.Count > MaxScheduled)
                {
                    _queue.AddFirst(first);
                    StopLoop();
                    break;
                }

                Execute(first.Value.Scope, first.Value.Activity);
            }

            if (state.Status == InstanceStatus.Running)
            {
                FindStuck();
            }

            return new RunResult(state, _effects, true, _executed);
        }

        private bool Start(StartStimulus start)
        {
            if (state.Scopes.Count > 0)
            {
                return false;
            }

            (state.Input, state.CorrelationId) = ((JsonObject?)start.Input?.DeepClone(), start.CorrelationId);

            foreach (var variable in definition.Definition.Variables)
            {
                state.Variables[variable.Id] = variable.Default();
            }

            var root = new ScopeState { Id = ++state.LastId, Path = "" };
            state.Scopes.Add(root);
            if (definition.Root.Chart is not { } chart)
            {
                AddIncident(root, definition.Root.Id, "UnknownActivity", definition.Root.Node.Type);
            }
            else if (chart.Start is { } first)
            {
                Schedule(root, first);
            }
            else
            {
                CloseScope(root, ["Done"]);
            }

            return true;
        }

        private bool Answer(AnswerStimulus answer)
        {
            var wait = state.Waiting.Find(w => w.Id == answer.WaitId && w.Kind is WaitKinds.Task or WaitKinds.Run);
            if (wait is null || Locate(wait.Scope, wait.Activity) is not var (scope, activity))
            {
                return false;
            }

            if (wait.Kind == WaitKinds.Run)
            {
                return Continue(wait, scope, activity, "Done", answer.Data);
            }

            (_current, _scope) = (activity, scope);
            var spec = activity.FixedSpec ?? UserTaskSpec.From(Input);
            if (spec.Answers.Mode == AnswerMode.One || spec.Action(answer.Outcome)?.IsOptional == true)
            {
                return Continue(wait, scope, activity, answer.Outcome, ResultOf(answer));
            }

            List<string[]> answers = [.. (wait.Answers ?? []).Where(a => a[0] != answer.PersonId), [answer.PersonId, answer.Outcome]];
            var counts = answers.GroupBy(a => a[1]).Select(g => (Outcome: g.Key, Count: g.Count())).ToList();
            var leading = counts.MaxBy(c => c.Count);
            if (answers.Count >= answer.Expected || (spec.Answers.Mode == AnswerMode.Enough && leading.Count >= spec.Answers.Count))
            {
                return Continue(wait, scope, activity, leading.Outcome, ResultOf(answer));
            }

            state.Waiting[state.Waiting.IndexOf(wait)] = wait with { Answers = answers };
            return true;
        }

        private JsonObject ResultOf(AnswerStimulus answer) => new()
        {
            ["actionKey"] = answer.Outcome,
            ["data"] = answer.Data?.DeepClone(),
            ["completedBy"] = answer.PersonId,
            ["completedAt"] = now,
        };

        private bool TimeIsUp(TimeStimulus time)
        {
            var wait = state.Waiting.Find(w => w.Id == time.WaitId);
            if (wait is null || Locate(wait.Scope, wait.Activity) is not var (scope, activity))
            {
                return false;
            }

            (_current, _scope) = (activity, scope);
            return wait.Kind switch
            {
                WaitKinds.Timer => Continue(wait, scope, activity, "Done", null),
                WaitKinds.Task when (activity.FixedSpec ?? UserTaskSpec.From(Input)).EnableTimeoutOutcome => Continue(wait, scope, activity, "Timeout", null),
                _ => false,
            };
        }

        private bool Happened(EventStimulus happened)
        {
            var waits = state.Waiting.FindAll(w => w.Kind == WaitKinds.Event && w.Data == happened.Name);
            foreach (var wait in waits)
            {
                if (state.Waiting.Contains(wait) && Locate(wait.Scope, wait.Activity) is var (scope, activity))
                {
                    Continue(wait, scope, activity, "Done", happened.Payload);
                }
            }

            return waits.Count > 0;
        }

        private bool ChildEnded(ChildEndedStimulus ended)
        {
            var wait = state.Waiting.Find(w => w.Id == ended.WaitId && w.Kind == WaitKinds.Children);
            if (wait is null || Locate(wait.Scope, wait.Activity) is not var (scope, activity))
            {
                return false;
            }

            var left = int.Parse(wait.Data!, System.Globalization.CultureInfo.InvariantCulture) - 1;
            if (left > 0)
            {
                state.Waiting[state.Waiting.IndexOf(wait)] = wait with { Data = left.ToString(System.Globalization.CultureInfo.InvariantCulture) };
                return true;
            }

            if (activity.Type is DispatchWorkflow one)
            {
                return Continue(wait, scope, activity, "Done", one.ResultOf(ended.Report));
            }

            state.Waiting.Remove(wait);
            (_current, _scope) = (activity, scope);
            Complete(scope, activity, BulkDispatchWorkflows.AllEnded);
            return true;
        }

        private bool Resume(int incidentId, string? targetId)
        {
            var incident = state.Incidents.Find(i => i.Id == incidentId);
            var wait = incident is null ? state.Waiting.Find(w => w.Id == -incidentId) : null;
            var scope = state.Scopes.Find(s => s.Id == (incident?.Scope ?? wait?.Scope));
            if (scope is null || !ChartOf(scope).Activities.TryGetValue(targetId ?? incident?.Activity ?? wait!.Activity, out var target))
            {
                return false;
            }

            if (incident is not null)
            {
                state.Incidents.Remove(incident);
            }
            else
            {
                state.Waiting.Remove(wait!);
                Closed(wait!, cancelled: true);
            }

            if (targetId is not null || incident is null or { Kind: "Stuck" })
            {
                // The branch starts afresh: tokens that nothing waits behind any more would hold up later joins.
                var alive = state.Waiting.Where(w => w.Scope == scope.Id).Select(w => w.Activity).ToHashSet();
                scope.Tokens.RemoveAll(t => !alive.Contains(t.To) && state.Incidents.TrueForAll(i => i.Scope != scope.Id || i.Activity != t.To));
            }

            Schedule(scope, target);
            return true;
        }

        private bool Continue(WaitState wait, ScopeState scope, CompiledActivity activity, string outcome, JsonNode? data)
        {
            state.Waiting.Remove(wait);
            Closed(wait, cancelled: false);
            (_current, _scope) = (activity, scope);
            var isElsaTask = activity.Node.Type == UserTask.ElsaName && outcome != "Timeout";
            if (data is not null)
            {
                SetOutput("result", data);
            }

            Complete(scope, activity, [isElsaTask ? "Done" : outcome]);
            return true;
        }

        private void Closed(WaitState wait, bool cancelled)
        {
            if (wait.Kind == WaitKinds.Task)
            {
                _effects.Add(new CloseTask(wait.Id, wait.Activity, cancelled));
            }
            else if (wait.Kind == WaitKinds.Timer)
            {
                _effects.Add(new CloseTimer(wait.Id));
            }
        }

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
                    state.Waiting.Add(new WaitState { Id = id, Scope = scope.Id, Activity = activity.Id, Kind = wait.Kind, Data = wait.Data });
                    if (wait.Effect is not null)
                    {
                        Add(wait.Effect(id));
                    }

                    break;
                case EndsFlowchart ends:
                    CountCompletion(scope, activity);
                    CloseScope(scope, ends.Outcomes);
                    break;
                case EndsInstance:
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
            var nested = new ScopeState { Id = ++state.LastId, Path = activity.Path, Parent = scope.Id, Item = item?.DeepClone(), Index = index };
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
                    state.Way.Add($"{chart.Path}{(chart.Path.Length > 0 ? "/" : "")}{connection.From}|{connection.Port}|{connection.To}");
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
            var owner = ChartOf(parent).Activities[scope.Path[(scope.Path.LastIndexOf('/') + 1)..]];
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
            var incident = new IncidentState { Id = ++state.LastId, Scope = scope.Id, Activity = activityId, Kind = kind, Message = message };
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

        private static string Text(JsonNode node) => node is JsonValue v && v.TryGetValue<string>(out var text) ? text : node.ToJsonString();

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

        public CompiledActivity Activity => _current;

        public DateTime Now => now;

        public IExpressionScope Scope => this;

        public string InstanceId => instanceId;

        public string? CorrelationId => state.CorrelationId;

        public JsonNode? LastResult { get; private set; }

        public IReadOnlyList<VariableDefinition> Variables => definition.Definition.Variables;

        public JsonNode? Input(string name) => _current.Input(name) is { } input ? ExpressionEvaluator.Evaluate(input, this) : null;

        public string? InputText(string name) => Input(name) switch
        {
            null => null,
            JsonValue v when v.TryGetValue<string>(out var text) => text,
            { } other => other.ToJsonString(),
        };

        public void Add(Effect effect) => _effects.Add(effect switch
        {
            OpenTask open => open with { Item = CurrentItem },
            DemandGuard guard => guard with { Item = CurrentItem },
            DemandAct act => act with { Item = CurrentItem },
            Notify notify => notify with { Item = CurrentItem },
            _ => effect,
        });

        public JsonNode? GetVariable(string nameOrId) =>
            state.Variables.TryGetValue(nameOrId, out var value) ? value
            : Variables.FirstOrDefault(v => v.Name == nameOrId) is { } named ? state.Variables.GetValueOrDefault(named.Id)
            : nameOrId switch
            {
                "CurrentValue" => ItemOf(_scope),
                "CurrentIndex" => LoopOf(_scope)?.Index is { } index ? JsonValue.Create(index) : null,
                _ => null,
            };

        public void SetVariable(string nameOrId, JsonNode? value)
        {
            var id = state.Variables.ContainsKey(nameOrId) ? nameOrId : Variables.FirstOrDefault(v => v.Name == nameOrId)?.Id;
            if (id is null)
            {
                throw new ExpressionException($"Unknown variable '{nameOrId}'.");
            }

            state.Variables[id] = value?.DeepClone();
        }

        public JsonNode? GetInput(string name) => facts.TryGetValue(name, out var fact) ? fact : state.Input?[name];

        public JsonObject? WorkflowInput => state.Input;

        public JsonNode? GetOutput(string activityId, string? name) => state.Outputs.GetValueOrDefault($"{activityId}.{name ?? "result"}");

        public void SetOutput(string name, JsonNode? value)
        {
            LastResult = value;
            state.Outputs[$"{_current.Id}.{name}"] = value?.DeepClone();
            if (_current.Node.Json[name] is JsonObject wrapper && wrapper["memoryReference"] is JsonObject reference
                && Node.Text(reference, "id") is { } variable && state.Variables.ContainsKey(variable))
            {
                state.Variables[variable] = value?.DeepClone();
            }
        }

        public void SetWorkflowOutput(string name, JsonNode? value)
        {
            SetOutput(name, value);
            (state.Result ??= [])[name] = value?.DeepClone();
        }

        public void SetInstanceName(string name) => state.Name = name;

        public void Correlate(string id) => state.CorrelationId = id;
    }
}
