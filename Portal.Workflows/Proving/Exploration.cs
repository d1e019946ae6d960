using Portal.Domain.Cases;
using Portal.Workflows.Activities;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Proving;

/// <summary>
/// All states that a case of a definition can come to, breadth first, so that the way to each is a shortest one: the real runner, every
/// answer of every step that is open, every moment that time may run out, every event, against the conduct of the matter. Loops over
/// several items are gone through with the items that the conduct names, else with one.
/// </summary>
internal sealed class Exploration
{
    /// <summary>States at most; what lies beyond is not looked at, and that is said.</summary>
    public const int MaxStates = 8_000;

    /// <summary>Executions, effects and waits of all bursts together, at most: what loops or multiplies itself costs no more than
    /// seconds.</summary>
    public const long MaxWork = 3_000_000;

    /// <summary>Moments do not count: what waits for one waits for it from here on.</summary>
    private static readonly DateTime Now = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, System.Text.Json.Nodes.JsonNode?> NoFacts = [];

    private readonly CompiledDefinition _definition;
    private readonly Conduct _conduct;
    private readonly Assumptions _assumptions;
    private readonly Runner _runner;
    private readonly Dictionary<(string, object), Way> _known = [];
    private readonly Queue<Way> _queue = new();
    private readonly HashSet<string> _published;
    private readonly Dictionary<(string Path, string Action), (Way First, bool Taken)> _offered = [];
    private readonly Dictionary<(string Path, string Action, object Standing), RefusedBehind> _refusedBehind = [];
    private readonly HashSet<(string Path, string Action, object Standing)> _takenBehind = [];
    private readonly Dictionary<string, UserTaskSpec?> _specs = [];
    private WayStep? _step;
    private Way? _from;
    private string? _refusing;

    private Exploration(CompiledDefinition definition, Conduct conduct)
    {
        (_definition, _conduct, _assumptions) = (definition, conduct, new Assumptions(conduct));
        _runner = new Runner(_assumptions);
        _published =
        [
            .. definition.All.Where(a => a.Type is PublishEventActivity).Select(a => a.Input("eventName")?.Source).OfType<string>(),
        ];
    }

    /// <summary>What happened before something that it needs, with the way to it.</summary>
    public List<(IReadOnlyList<WayStep> Way, Missing Missing)> TooEarly { get; } = [];

    /// <summary>In the order in which they were reached.</summary>
    public IReadOnlyList<Way> States { get; private set; } = [];

    /// <summary>Answers that are never taken, whenever their step is open, with the first state in which it is.</summary>
    public IEnumerable<(string Path, string Action, Way First)> NeverTaken =>
        _offered.Where(o => !o.Value.Taken).Select(o => (o.Key.Path, o.Key.Action, o.Value.First));

    /// <summary>
    /// What the matter takes as an answer, and of which a verb that follows is refused each time: nobody can send what is written so.
    /// </summary>
    public IEnumerable<RefusedBehind> NeverGetsThrough =>
        _refusedBehind.Where(r => !_takenBehind.Contains(r.Key)).Select(r => r.Value);

    /// <summary>How the matter may stand, also for a moment within one act.</summary>
    public HashSet<object> Standings { get; } = [];

    /// <summary>What was spent of <see cref="MaxWork"/>.</summary>
    public long Work { get; private set; }

    /// <summary>There are no more states than were looked at.</summary>
    public bool IsComplete { get; private set; } = true;

    public static Exploration Of(CompiledDefinition definition, Conduct conduct)
    {
        var exploration = new Exploration(definition, conduct);
        exploration.Explore();
        return exploration;
    }

    private void Explore()
    {
        foreach (var (state, standing) in After(new InstanceState(), new StartStimulus(), _conduct.Start))
        {
            Reach(state, standing, null, null);
        }

        while (_queue.TryDequeue(out var at))
        {
            // A case with an incident ends well on no way: what follows it makes nothing better.
            if (at.Instance.Incidents.Count > 0)
            {
                at.IsGoneThrough = true;
            }
            else if (!at.IsOver)
            {
                GoOn(at);
            }
        }

        States = [.. _known.Values];
    }

    private Way? Reach(InstanceState state, object standing, Way? before, WayStep? by)
    {
        var key = (StateKey.Of(state, _definition), standing);
        if (_known.TryGetValue(key, out var there))
        {
            return there;
        }

        if (_known.Count >= MaxStates || Work >= MaxWork)
        {
            IsComplete = false;
            return null;
        }

        var reached = new Way(state, standing, before, by);
        _known[key] = reached;
        _queue.Enqueue(reached);
        return reached;
    }

    private void GoOn(Way at)
    {
        var apart = Apart(at);
        foreach (var wait in apart is not null ? [apart] : at.Instance.Waiting)
        {
            var path = PathOf(at.Instance, wait);
            switch (wait)
            {
                case TaskWait:
                    Answers(at, wait, path);
                    break;
                case EventWait e when !_published.Contains(e.Name) && _conduct is NoConduct:
                    Follow(at, new WayStep(WayKind.Event, path, e.Name), null, new EventStimulus(e.Name), [at.Standing]);
                    break;
                case TimerWait:
                    Follow(at, new WayStep(WayKind.Time, path, ""), null, new TimeStimulus(wait.Id), [at.Standing]);
                    break;
                case ChildrenWait:
                    Follow(at, new WayStep(WayKind.Children, path, ""), null, new ChildEndedStimulus(wait.Id), [at.Standing]);
                    break;
            }
        }

        foreach (var (name, standing) in apart is null ? _conduct.Elsewhere(at.Standing) : [])
        {
            var listens = at.Instance.Waiting.FirstOrDefault(w => w is EventWait e && e.Name == name);
            var step = new WayStep(WayKind.Event, listens is null ? "" : PathOf(at.Instance, listens), name);
            Follow(at, step, null, new EventStimulus(name), [standing]);
        }

        at.IsGoneThrough = IsComplete;
    }

    // A step of which no answer makes a difference is answered first.
    private WaitState? Apart(Way at) => at.Instance.Waiting.Find(w => w is TaskWait
        && SpecAt(PathOf(at.Instance, w)) is { IsOptional: false } spec
        && spec.Actions.All(a => _conduct.IsApart(a.Form ?? spec.Form, a.Key)));

    private void Answers(Way at, WaitState wait, string path)
    {
        if (SpecAt(path) is not { } spec)
        {
            return;
        }

        var item = ItemOf(at.Instance, wait);
        var isAnswerable = false;
        foreach (var action in spec.Actions)
        {
            var deed = new Deed(action.Form ?? spec.Form, action.Key, item, action.IsOptional ? action.Who : spec.Who);
            var given = new AnswerStimulus(wait.Id, action.Key) { Expected = 1 };
            var done = Follow(at, new WayStep(WayKind.Answer, path, action.Key), deed, given, StandingsAfter(deed, at.Standing));
            isAnswerable |= done && !action.IsOptional;
            _offered[(path, action.Key)] = _offered.TryGetValue((path, action.Key), out var before)
                ? before with { Taken = before.Taken || done } : (at, done);
        }

        if (!isAnswerable && !spec.IsOptional && !_conduct.MayLapse(spec.Form))
        {
            at.Unanswerable.Add(path);
        }

        if (spec.EnableTimeoutOutcome)
        {
            var after = _conduct.TimeOut(wait.Activity, item, at.Standing);
            if (!Follow(at, new WayStep(WayKind.Timeout, path, ""), null, new TimeStimulus(wait.Id), after))
            {
                at.Jams.Add(path);
            }
        }
    }

    /// <summary>What is known of a human step; null for another activity.</summary>
    public UserTaskSpec? SpecAt(string path)
    {
        if (!_specs.TryGetValue(path, out var spec))
        {
            _specs[path] = spec = _definition.At(path)?.WrittenSpec;
        }

        return spec;
    }

    // What is only noted on the case changes nothing of the matter.
    private IEnumerable<object> StandingsAfter(Deed deed, object standing) =>
        deed.Form == CaseForms.StepNote.Key ? [standing] : _conduct.Answer(deed, standing);

    /// <returns>False where the aggregate refuses it, or what follows it.</returns>
    private bool Follow(Way at, WayStep step, Deed? deed, Stimulus stimulus, IEnumerable<object> standings)
    {
        var isPossible = false;
        (_from, _step) = (at, step);
        foreach (var standing in standings)
        {
            _refusing = null;
            var after = After(at.Instance, stimulus, standing);
            NoteBehind(at, step, standing, after.Count > 0);
            foreach (var (state, then) in after)
            {
                isPossible = true;
                if (Reach(state, then, at, step) is { } to)
                {
                    at.Next.Add((step, deed, to));
                    NoteEarly(deed, at.Standing);
                }
            }
        }

        return isPossible;
    }

    private void NoteBehind(Way at, WayStep step, object standing, bool isTaken)
    {
        var key = (step.Path, step.Outcome, standing);
        if (step.Kind == WayKind.Answer && isTaken)
        {
            _takenBehind.Add(key);
        }
        else if (step.Kind == WayKind.Answer && _refusing is { } act && IsComplete)
        {
            _refusedBehind.TryAdd(key, new RefusedBehind(at, step, standing, act));
        }
    }

    /// <summary>Where a stimulus may lead: the burst of the runner, and what the acts, rules and events in it make of the matter.</summary>
    private List<(InstanceState State, object Standing)> After(InstanceState state, Stimulus stimulus, object standing)
    {
        Standings.Add(standing);
        var reached = new List<(InstanceState, object)>();
        var choices = new Choices();
        do
        {
            if (Work >= MaxWork)
            {
                IsComplete = false;
                return reached;
            }

            _assumptions.Assume(standing, choices);
            var run = _runner.Run(_definition, state, stimulus, NoFacts, Now);
            Work += run.Executed + run.Effects.Count + run.State.Waiting.Count;
            if (run.Accepted || stimulus is EventStimulus)
            {
                // An event that nothing waits for has changed the matter all the same.
                Settle(run.State, run.Effects, 0, standing, reached, 0);
            }
        }
        while (choices.Again());
        return reached;
    }

    private void Settle(
        InstanceState state, IReadOnlyList<Effect> effects, int from, object standing, List<(InstanceState, object)> reached, int events)
    {
        // What a loop without end asked for is as much as it ran.
        for (var i = from; i < effects.Count && state.Incidents.Count == 0; i++)
        {
            switch (effects[i])
            {
                case DemandGuard guard when !_conduct.Holds(guard.Rule, standing):
                    return;
                case DemandAct act:
                    NoteEarly(Deed.OfAct(act.Act, act.Item), standing);
                    var made = _conduct.Act(act.Act, act.Item, standing).ToList();
                    _refusing = made.Count == 0 ? act.Act : _refusing;
                    foreach (var next in made)
                    {
                        Standings.Add(next);
                        Settle(state, effects, i + 1, next, reached, events);
                    }

                    return;
                case PublishEvent published when events < MaxEvents
                    && state.Waiting.Exists(w => w is EventWait e && e.Name == published.Name):
                    foreach (var (heard, then) in After(state, new EventStimulus(published.Name), standing))
                    {
                        Settle(heard, effects, i + 1, then, reached, events + 1);
                    }

                    return;
            }
        }

        reached.Add((state, standing));
    }

    private void NoteEarly(Deed? deed, object standing)
    {
        if (deed is not null && _from is { } from && _conduct.Before(deed, standing) is { } missing)
        {
            TooEarly.Add(([.. from.Steps, _step!], missing));
        }
    }

    /// <summary>Events that one act publishes and its own case hears; more is a loop.</summary>
    private const int MaxEvents = 20;

    /// <summary>Path of the activity that waits.</summary>
    public static string PathOf(InstanceState state, WaitState wait) =>
        state.Scopes.Find(s => s.Id == wait.Scope) is { Path.Length: > 0 } scope ? $"{scope.Path}/{wait.Activity}" : wait.Activity;

    private static string? ItemOf(InstanceState state, WaitState wait)
    {
        for (var scope = state.Scopes.Find(s => s.Id == wait.Scope); scope is not null;
            scope = state.Scopes.Find(s => s.Id == scope.Parent))
        {
            if (scope.Index is not null)
            {
                return scope.Item?.ToString();
            }
        }

        return null;
    }
}
