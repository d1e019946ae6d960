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
    private ILookup<Way, Way>? _into;

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
        if (proof.States == 0)
        {
            // What stands first is refused: no case comes further than its beginning.
            var lacks = conduct.Lacks(conduct.Start);
            proof.Add("Stuck", definition.Root.Chart?.Start, lacks?.Clause, [], lacks?.Key ?? "");
            return proof;
        }

        proof.People();
        proof.Ends();
        proof.Jams();
        proof.Stuck();
        proof.TooEarly();
        proof.NeverTaken();
        proof.NeverGetsThrough();
        proof.Unanswerable();
        proof.NotHeldUp();
        proof.NeverReached();
        if (!proof.IsComplete)
        {
            proof._problems.Add(new Problem(ProblemSeverity.Warning, "NotAllWays", "$.root", null, $"{proof.States}"));
        }

        return proof;
    }

    /// <summary>Inputs that say who decides what.</summary>
    private static readonly string[] SayWho =
        ["assignment", "excludedUsers", "actionDefinitions", "form", "onTimeout", "enableTimeoutOutcome"];

    // Who decides, and that time does not: one finding for all outcomes of a step that have the same people.
    private void People()
    {
        foreach (var activity in _conduct.Demands.Count == 0 ? [] : _definition.All)
        {
            if (_explored.SpecAt(activity.Path) is not { } spec)
            {
                continue;
            }

            var demanded = spec.Actions
                .Select(a => (Action: a, Demand: _conduct.Demands.FirstOrDefault(d => d.IsAbout(a.Form ?? spec.Form, a.Key))))
                .Where(a => a.Demand is not null)
                .GroupBy(a => (a.Demand, Who: string.Join(',', a.Action.Who)))
                .ToList();

            // What only a run says proves nothing.
            if (SayWho.Any(activity.IsComputed)
                && (demanded.Count > 0 || activity.IsComputed("form") || activity.IsComputed("actionDefinitions")))
            {
                Add("Computed", activity, demanded.FirstOrDefault()?.Key.Demand!.Clause, []);
            }

            demanded.ForEach(group => People(activity, spec, [.. group.Select(g => g.Action)], group.Key.Demand!));
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
            Add("WrongPeople", activity, demand.Clause, [], labels, string.Join(", ", strangers), string.Join(", ", demand.Who));
        }

        if (demand.Decides && !isOptional && !spec.Excluded.Contains(UserTaskSpec.Interested))
        {
            Add("OwnMatter", activity, demand.Clause, [], labels);
        }

        if (demand.Decides && !isOptional && spec.EnableTimeoutOutcome)
        {
            Add("SilenceDecides", activity, demand.Clause, [], labels);
        }
    }

    // A case ends when its matter has: or where a leader, asked by a step of the administrators' own, ended it before anything happened.
    private void Ends()
    {
        foreach (var end in _explored.States.Where(s => s.IsOver && !_conduct.IsEnded(s.Standing) && !IsStoppedByLeader(s))
            .DistinctBy(s => _conduct.Lacks(s.Standing)?.Key)
            .Take(MostOfAKind))
        {
            AddLacking("EndsOpen", end, LastOf(end));
        }
    }

    private bool IsStoppedByLeader(Way end) =>
        end.By is { Kind: WayKind.Answer } last && _explored.SpecAt(last.Path) is { } spec
            && _own.Contains(last.Path.Split('/')[^1]) && IsOfLeaders(spec)
            && end.Before is { } before && _conduct.MayBeStopped(before.Standing);

    private void Jams()
    {
        foreach (var (state, path) in _explored.States.SelectMany(s => s.Jams.Select(p => (State: s, Path: p))).DistinctBy(j => j.Path))
        {
            AddLacking("TimeoutRefused", state, _definition.At(path));
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
            AddLacking("Stuck", end, LastOf(end));
        }
        else if (stuck.Count > 0)
        {
            AddLacking("Stuck", stuck[0], LastOf(stuck[0]));
        }
        else if (IsComplete && _problems.TrueForAll(p => p.Code != "EndsOpen")
            && !states.Exists(s => s.IsOver && _conduct.IsFulfilled(s.Standing)))
        {
            var broken = states.Find(s => s.IsOver) ?? states[0];
            AddLacking("NeverFulfilled", broken, LastOf(broken));
        }
    }

    private void AddLacking(string code, Way state, CompiledActivity? at)
    {
        var lacks = _conduct.Lacks(state.Standing);
        Add(code, at, lacks?.Clause, state.Steps, lacks?.Key ?? "");
    }

    // What the regulation demands before something else, and the aggregate does not ask for.
    private void TooEarly()
    {
        foreach (var (way, missing) in _explored.TooEarly.DistinctBy(t => (t.Missing.Key, t.Way[^1].Path)).Take(MostOfAKind))
        {
            Add("TooEarly", _definition.At(way[^1].Path), missing.Clause, way, missing.Key);
        }
    }

    // An answer that is offered and never taken.
    private void NeverTaken()
    {
        foreach (var (path, action, first) in IsComplete ? _explored.NeverTaken : [])
        {
            var activity = _definition.At(path);
            Add("NeverTaken", activity, null, first.Steps, _explored.SpecAt(path)?.Action(action)?.Label ?? action);
        }
    }

    // An answer that can be written so that it is never taken, because of what follows it. Where something else can happen meanwhile it may
    // be that it has to wait for that.
    private void NeverGetsThrough()
    {
        foreach (var found in _explored.NeverGetsThrough
            .Where(f => !_problems.Exists(p => p.Code == "NeverTaken" && p.ActivityId == _definition.At(f.Step.Path)?.Id))
            .OrderByDescending(f => f.IsAlone)
            .DistinctBy(f => (f.Step.Path, f.Step.Outcome, f.Act))
            .Take(MostOfAKind))
        {
            var lacks = _conduct.Lacks(found.Standing);
            var label = _explored.SpecAt(found.Step.Path)?.Action(found.Step.Outcome)?.Label ?? found.Step.Outcome;
            Add(
                "NeverGetsThrough", _definition.At(found.Step.Path), lacks?.Clause, [.. found.At.Steps, found.Step], label,
                lacks?.Key ?? "");
            _problems[^1] = _problems[^1] with { Severity = found.IsAlone ? ProblemSeverity.Error : ProblemSeverity.Warning };
        }
    }

    // A step that nobody can answer as long as it waits, whatever else happens meanwhile: the matter has moved on without it.
    private void Unanswerable()
    {
        foreach (var path in _explored.States.SelectMany(s => s.Unanswerable).Distinct())
        {
            bool Waits(Way state) => state.Instance.Waiting.Exists(w => Exploration.PathOf(state.Instance, w) == path);
            var answered = Reverse(
                _explored.States.Where(s => !s.IsGoneThrough || s.Next.Exists(n =>
                    n.Step.Kind == WayKind.Answer && n.Step.Path == path && IsOwnAnswer(path, n.Step.Outcome))),
                (from, to) => Waits(from) && Waits(to)
                    && from.Next.Exists(n => n.To == to && !(n.Step.Kind == WayKind.Answer && n.Step.Path == path)));
            if (_explored.States.FirstOrDefault(s => s.Unanswerable.Contains(path) && !answered.Contains(s)) is { } state)
            {
                Add("Unanswerable", _definition.At(path), null, state.Steps);
            }
        }
    }

    private bool IsOwnAnswer(string path, string outcome) =>
        _explored.SpecAt(path)?.Action(outcome)?.IsOptional == false;

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
                Add("NotHeldUp", step, _conduct.WaitsForAll(happens), [.. found.From.Steps, at], _explored.SpecAt(step.Path)!.Title,
                    _explored.SpecAt(at.Path)?.Title ?? "", at.Path);
            }
        }
    }

    // Several answers to choose from, or a leader's.
    private bool IsDecision(CompiledActivity activity) => _explored.SpecAt(activity.Path) is { IsOptional: false } spec
        && (spec.Actions.Count(a => !a.IsOptional) > 1 || IsOfLeaders(spec));

    private static bool IsOfLeaders(UserTaskSpec spec) =>
        spec.Who.Count > 0 && spec.Who.All(Demand.Leaders.Contains);

    private void NeverReached()
    {
        if (!IsComplete)
        {
            return;
        }

        var reached = _explored.States.SelectMany(s => s.Instance.Completed.Keys.Select(k => k.Split('#')[0]))
            .Concat(_explored.States.SelectMany(s => s.Instance.Waiting.Select(w => Exploration.PathOf(s.Instance, w))))
            .ToHashSet();
        foreach (var activity in _definition.All.Where(
            a => _explored.SpecAt(a.Path) is not null && a.Inbound.Count > 0 && !reached.Contains(a.Path)))
        {
            _problems.Add(new Problem(ProblemSeverity.Warning, "NeverReached", activity.Node.Path, activity.Id));
        }
    }

    /// <summary>All states from which one of these can be reached, these themselves too.</summary>
    /// <param name="by">The steps between two states that count; all where null.</param>
    private HashSet<Way> Reverse(IEnumerable<Way> from, Func<Way, Way, bool>? by = null)
    {
        _into ??= _explored.States.SelectMany(s => s.Next.Select(n => (n.To, From: s)))
            .ToLookup(n => n.To, n => n.From);
        var found = from.ToHashSet();
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

    // What led there; at the very start, what waits there.
    private CompiledActivity? LastOf(Way state)
    {
        var waiting = state.Instance.Waiting.Select(w => Exploration.PathOf(state.Instance, w));
        var path = state.By is { } by ? by.Path : waiting.FirstOrDefault();
        return path is { Length: > 0 } ? _definition.At(path) : null;
    }

    private void Add(string code, CompiledActivity? at, string? clause, IReadOnlyList<WayStep> way, params string[] args) =>
        _problems.Add(
            new Problem(ProblemSeverity.Error, code, at?.Node.Path ?? "$.root", at?.Id, args) { Clause = clause, Way = way });
}
