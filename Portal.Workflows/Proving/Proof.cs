using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Proving;

/// <summary>
/// Section 7.1, X-07, X-08: whether a definition, on every way from its start, keeps what its process demands and leaves nobody stuck. What
/// breaks it is told with the shortest way that does.
/// </summary>
public sealed class Proof
{
    /// <summary>Findings of one kind at most; those beyond have the same cause most of the time.</summary>
    private const int MostOfAKind = 5;

    private readonly CompiledDefinition _definition;
    private readonly Conduct _conduct;
    private readonly IReadOnlySet<string> _own;
    private readonly Exploration _explored;
    private readonly List<Problem> _problems = [];

    private Proof(CompiledDefinition definition, Conduct conduct, IReadOnlySet<string> own)
    {
        (_definition, _conduct, _own) = (definition, conduct, own);
        _explored = Exploration.Of(definition, conduct);
    }

    /// <summary>What breaks the promises, the shortest ways first; empty where they are proved.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>States that were looked at.</summary>
    public int States => _explored.States.Count;

    /// <summary>Every state was looked at; else what holds is not proved, only not refuted.</summary>
    public bool IsComplete => _explored.IsComplete;

    /// <param name="own">Ids of the activities that administrators added.</param>
    public static Proof Of(CompiledDefinition definition, Conduct conduct, IReadOnlySet<string> own)
    {
        var proof = new Proof(definition, conduct, own);
        proof.People();
        proof.Ends();
        proof.Jams();
        proof.Stuck();
        proof.TooEarly();
        proof.NeverTaken();
        proof.Unanswerable();
        proof.NotHeldUp();
        proof.NeverReached();
        if (!proof.IsComplete)
        {
            proof._problems.Add(new Problem(ProblemSeverity.Warning, "NotAllWays", "$.root", null, $"{proof.States}"));
        }

        return proof;
    }

    // Who decides, and that time does not: one finding for all outcomes of a step that have the same people.
    private void People()
    {
        foreach (var activity in _definition.All.Where(a => a.FixedSpec is not null))
        {
            var spec = activity.FixedSpec!;
            foreach (var group in spec.Actions
                .Select(a => (Action: a, Demand: _conduct.Demands.FirstOrDefault(d => d.IsAbout(a.Form ?? spec.Form, a.Key))))
                .Where(a => a.Demand is not null)
                .GroupBy(a => (a.Demand, Who: string.Join(',', a.Action.Who))))
            {
                People(activity, spec, [.. group.Select(g => g.Action)], group.Key.Demand!);
            }
        }
    }

    private void People(CompiledActivity activity, UserTaskSpec spec, List<TaskAction> actions, Demand demand)
    {
        var isOptional = actions[0].IsOptional;
        var labels = string.Join(", ", actions.Select(a => a.Label));
        var widened = spec.OnTimeout.Do == "widen" && !isOptional ? spec.OnTimeout.To : [];
        var strangers = (isOptional ? actions[0].Who : spec.Who).Concat(widened).Except(demand.Who).ToList();
        if (strangers.Count > 0)
        {
            Add("WrongPeople", activity, [], labels, string.Join(", ", strangers), string.Join(", ", demand.Who), demand.Clause);
        }

        if (demand.Decides && !isOptional && !spec.Excluded.Contains(UserTaskSpec.Interested))
        {
            Add("OwnMatter", activity, [], labels, demand.Clause);
        }

        if (demand.Decides && !isOptional && spec.EnableTimeoutOutcome)
        {
            Add("SilenceDecides", activity, [], labels, demand.Clause);
        }
    }

    // A case ends when its matter has: or where a leader, asked by a step of the administrators' own, ended it before anything happened.
    private void Ends()
    {
        foreach (var end in _explored.States.Where(s => s.IsOver && !_conduct.IsEnded(s.Standing) && !IsStoppedByLeader(s))
            .DistinctBy(s => _conduct.Lacks(s.Standing)?.Key)
            .Take(MostOfAKind))
        {
            var lacks = _conduct.Lacks(end.Standing)!;
            Add("EndsOpen", LastOf(end), end.Steps, lacks.Key, lacks.Clause);
        }
    }

    private bool IsStoppedByLeader(Way end) =>
        end.By is { Kind: WayKind.Answer } last && _explored.ActivityAt(last.Path) is { FixedSpec: { } spec } activity
            && _own.Contains(activity.Id) && IsOfLeaders(spec)
            && end.Before is { } before && _conduct.MayBeStopped(before.Standing);

    private void Jams()
    {
        foreach (var (state, path) in _explored.States.SelectMany(s => s.Jams.Select(p => (State: s, Path: p))).DistinctBy(j => j.Path))
        {
            var lacks = _conduct.Lacks(state.Standing);
            Add("TimeoutRefused", _explored.ActivityAt(path), state.Steps, lacks?.Key ?? "", lacks?.Clause ?? "");
        }
    }

    // From every state people can bring the case to an end; and one of the ends is the one that it is about.
    private void Stuck()
    {
        // Of what was not gone through nothing is said.
        var states = _explored.States.Where(s => s.IsOver || s.IsGoneThrough).ToList();
        var goOn = Reverse(_explored.States.Where(s => s.IsOver ? s.Instance.Incidents.Count == 0 : !s.IsGoneThrough));
        var stuck = states.Where(s => !goOn.Contains(s)).ToList();
        if (stuck.Find(s => s.Instance.Incidents.Count > 0 || s.Next.Count == 0) is { } end)
        {
            AddLacking("Stuck", end);
        }
        else if (stuck.Count > 0)
        {
            AddLacking("Stuck", stuck[0]);
        }
        else if (IsComplete && _problems.TrueForAll(p => p.Code != "EndsOpen")
            && !states.Exists(s => s.IsOver && _conduct.IsFulfilled(s.Standing)))
        {
            AddLacking("NeverFulfilled", states.Find(s => s.IsOver) ?? states[0]);
        }
    }

    private void AddLacking(string code, Way at)
    {
        var lacks = _conduct.Lacks(at.Standing);
        Add(code, LastOf(at), at.Steps, lacks?.Key ?? "", lacks?.Clause ?? "");
    }

    // What the regulation demands before something else, and the aggregate does not ask for.
    private void TooEarly()
    {
        foreach (var (way, missing) in _explored.TooEarly.DistinctBy(t => (t.Missing.Key, t.Way[^1].Path)).Take(MostOfAKind))
        {
            Add("TooEarly", _explored.ActivityAt(way[^1].Path), way, missing.Key, missing.Clause);
        }
    }

    // An answer that is offered and never taken.
    private void NeverTaken()
    {
        foreach (var (path, action, first) in IsComplete ? _explored.NeverTaken : [])
        {
            var activity = _explored.ActivityAt(path);
            Add("NeverTaken", activity, first.Steps, activity?.FixedSpec?.Action(action)?.Label ?? action);
        }
    }

    // A step that nobody can answer as long as it waits, whatever else happens meanwhile: the matter has moved on without it.
    private void Unanswerable()
    {
        foreach (var path in _explored.States.SelectMany(s => s.Unanswerable).Distinct())
        {
            bool Waits(Way state) => state.Instance.Waiting.Exists(w => PathOf(state.Instance, w) == path);
            var answered = Reverse(
                _explored.States.Where(s => !s.IsGoneThrough || s.Next.Exists(n =>
                    n.Step.Kind == WayKind.Answer && n.Step.Path == path && IsOwnAnswer(path, n.Step.Outcome))),
                (from, to) => Waits(from) && Waits(to)
                    && from.Next.Exists(n => n.To == to && !(n.Step.Kind == WayKind.Answer && n.Step.Path == path)));
            if (_explored.States.FirstOrDefault(s => s.Unanswerable.Contains(path) && !answered.Contains(s)) is { } state)
            {
                Add("Unanswerable", _explored.ActivityAt(path), state.Steps);
            }
        }
    }

    private bool IsOwnAnswer(string path, string outcome) =>
        _explored.ActivityAt(path)?.FixedSpec?.Action(outcome)?.IsOptional == false;

    // A decision that administrators added, still open while what it is about happens.
    private void NotHeldUp()
    {
        foreach (var step in _definition.All.Where(a => _own.Contains(a.Id) && IsDecision(a)))
        {
            var found = _explored.States.SelectMany(s => s.Next.Select(n => (From: s, n.Step, n.Deed)))
                .FirstOrDefault(n => n.Deed is { } deed && _conduct.WaitsForAll(deed) is not null
                    && n.From.Instance.Waiting.Exists(w => w.Activity == step.Id));
            if (found is { Deed: { } happens, Step: { } at })
            {
                Add("NotHeldUp", step, [.. found.From.Steps, at], step.FixedSpec!.Title,
                    _explored.ActivityAt(at.Path)?.FixedSpec?.Title ?? "", _conduct.WaitsForAll(happens)!, at.Path);
            }
        }
    }

    // Several answers to choose from, or a leader's.
    private static bool IsDecision(CompiledActivity activity) => activity.FixedSpec is { IsOptional: false } spec
        && (spec.Actions.Count(a => !a.IsOptional) > 1 || IsOfLeaders(spec));

    private static bool IsOfLeaders(UserTaskSpec spec) =>
        spec.Who.Count > 0 && spec.Who.All(w => w is "leaderInCharge" or "standingDeputy" or "head");

    private void NeverReached()
    {
        if (!IsComplete)
        {
            return;
        }

        var reached = _explored.States.SelectMany(s => s.Instance.Completed.Keys.Select(k => k.Split('#')[0]))
            .Concat(_explored.States.SelectMany(s => s.Instance.Waiting.Select(w => PathOf(s.Instance, w))))
            .ToHashSet();
        foreach (var activity in _definition.All.Where(a => a.FixedSpec is not null && a.Inbound.Count > 0 && !reached.Contains(a.Path)))
        {
            Add("NeverReached", activity, [], ProblemSeverity.Warning);
        }
    }

    private static string PathOf(InstanceState state, Engine.Waits.WaitState wait) =>
        state.Scopes.Find(s => s.Id == wait.Scope) is { Path.Length: > 0 } scope ? $"{scope.Path}/{wait.Activity}" : wait.Activity;

    /// <summary>All states from which one of these can be reached, these themselves too.</summary>
    /// <param name="by">The steps between two states that count; all where null.</param>
    private HashSet<Way> Reverse(IEnumerable<Way> from, Func<Way, Way, bool>? by = null)
    {
        _into ??= _explored.States.SelectMany(s => s.Next.Select(n => (n.To, From: s)))
            .ToLookup(n => n.To, n => n.From, ReferenceEqualityComparer);
        var found = new HashSet<Way>(from, ReferenceEqualityComparer);
        var queue = new Queue<Way>(found);
        while (queue.TryDequeue(out var at))
        {
            foreach (var before in _into[at])
            {
                if (by?.Invoke(before, at) != false && found.Add(before))
                {
                    queue.Enqueue(before);
                }
            }
        }

        return found;
    }

    private ILookup<Way, Way>? _into;

    private static IEqualityComparer<Way> ReferenceEqualityComparer => System.Collections.Generic.ReferenceEqualityComparer.Instance;

    // What led there; at the very start, what waits there.
    private CompiledActivity? LastOf(Way state) =>
        (state.By?.Path ?? state.Instance.Waiting.Select(w => PathOf(state.Instance, w)).FirstOrDefault("")) is { Length: > 0 } path
            ? _explored.ActivityAt(path) : null;

    private void Add(string code, CompiledActivity? at, IReadOnlyList<WayStep> way, params string[] args) =>
        Add(code, at, way, ProblemSeverity.Error, args);

    private void Add(string code, CompiledActivity? at, IReadOnlyList<WayStep> way, ProblemSeverity severity, params string[] args) =>
        _problems.Add(new Problem(severity, code, at?.Node.Path ?? "$.root", at?.Id, args) { Way = way });
}
