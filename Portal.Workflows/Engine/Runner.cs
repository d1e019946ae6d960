using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <summary>
/// Runs Elsa 3 flowcharts in token mode. A pure function: the same definition, state, stimulus, facts and moment give
/// the same new state and effects, so that a dry run, a replay and a test are the real thing.
/// </summary>
public sealed partial class Runner : IWorkflowEngine
{
    /// <summary>More activity executions than this in one burst are an endless loop.</summary>
    public const int MaxExecutions = 20_000;

    /// <summary>More scheduled activities or tokens at a time than this are a loop that multiplies itself.</summary>
    public const int MaxScheduled = 500;

    private readonly IExpressions _expressions;

    public Runner()
        : this(Evaluated.Instance)
    {
    }

    /// <param name="expressions">Says what expressions amount to: what explores all ways answers those of which nothing is known in every
    /// way.</param>
    internal Runner(IExpressions expressions) => _expressions = expressions;

    public RunResult Run(
        CompiledDefinition definition,
        InstanceState state,
        Stimulus stimulus,
        IReadOnlyDictionary<string, JsonNode?> facts,
        DateTime now,
        string instanceId = "")
    {
        var burst = new Burst(definition, state.Copy(), facts, now, instanceId, _expressions);
        return burst.Apply(stimulus) ? burst.Finish() : new RunResult(state, [], false, 0);
    }

    private sealed partial class Burst(
        CompiledDefinition definition,
        InstanceState state,
        IReadOnlyDictionary<string, JsonNode?> facts,
        DateTime now,
        string instanceId,
        IExpressions expressions) : IExpressionScope, IActivityContext
    {
        private readonly List<Effect> _effects = [];
        private readonly LinkedList<(ScopeState Scope, CompiledActivity Activity)> _queue = new();
        private readonly Dictionary<int, FlowGraph> _charts = [];
        private CompiledActivity _current = definition.Root;
        private ScopeState? _scope;
        private int _executed;
        private int _guids;

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
            if (definition.Root.Chart?.Start is { } first)
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
            var wait = state.Waiting.Find(w => w.Id == answer.WaitId && w is TaskWait or ReportWait);
            if (wait is null || Locate(wait.Scope, wait.Activity) is not var (scope, activity))
            {
                return false;
            }

            if (wait is not TaskWait asked)
            {
                return Continue(wait, scope, activity, "Done", answer.Data);
            }

            (_current, _scope) = (activity, scope);
            var spec = activity.FixedSpec ?? UserTaskSpec.From(Input);
            if (spec.Answers.Mode == AnswerMode.One || spec.Action(answer.Outcome)?.IsOptional == true)
            {
                return Continue(wait, scope, activity, answer.Outcome, ResultOf(answer));
            }

            List<string[]> answers = [.. (asked.Answers ?? []).Where(a => a[0] != answer.PersonId), [answer.PersonId, answer.Outcome]];
            var counts = answers.GroupBy(a => a[1]).Select(g => (Outcome: g.Key, Count: g.Count())).ToList();
            var leading = counts.MaxBy(c => c.Count);
            if (answers.Count >= answer.Expected || (spec.Answers.Mode == AnswerMode.Enough && leading.Count >= spec.Answers.Count))
            {
                return Continue(wait, scope, activity, leading.Outcome, ResultOf(answer));
            }

            state.Waiting[state.Waiting.IndexOf(wait)] = asked with { Answers = answers };
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
            return wait switch
            {
                TimerWait => Continue(wait, scope, activity, "Done", null),
                TaskWait when (activity.FixedSpec ?? UserTaskSpec.From(Input)).EnableTimeoutOutcome =>
                    Continue(wait, scope, activity, "Timeout", null),
                _ => false,
            };
        }

        private bool Happened(EventStimulus happened)
        {
            var waits = state.Waiting.FindAll(w => w is EventWait e && e.Name == happened.Name);
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
            if (state.Waiting.Find(w => w.Id == ended.WaitId) is not ChildrenWait wait
                || Locate(wait.Scope, wait.Activity) is not var (scope, activity))
            {
                return false;
            }

            if (wait.Left > 1)
            {
                state.Waiting[state.Waiting.IndexOf(wait)] = wait with { Left = wait.Left - 1 };
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
                scope.Tokens.RemoveAll(t =>
                    !alive.Contains(t.To) && state.Incidents.TrueForAll(i => i.Scope != scope.Id || i.Activity != t.To));
            }

            Schedule(scope, target);
            return true;
        }

        private bool Continue(WaitState wait, ScopeState scope, CompiledActivity activity, string outcome, JsonNode? data)
        {
            state.Waiting.Remove(wait);
            Closed(wait, cancelled: false);
            (_current, _scope) = (activity, scope);
            var isElsaTask = activity.Node.Type == UserTaskActivity.ElsaName && outcome != "Timeout";
            if (data is not null)
            {
                SetOutput("result", data);
            }

            Complete(scope, activity, [isElsaTask ? "Done" : outcome]);
            return true;
        }

        private void Closed(WaitState wait, bool cancelled)
        {
            if (wait is TaskWait)
            {
                _effects.Add(new CloseTask(wait.Id, wait.Activity, cancelled));
            }
            else if (wait is TimerWait)
            {
                _effects.Add(new CloseTimer(wait.Id));
            }
        }
    }
}
