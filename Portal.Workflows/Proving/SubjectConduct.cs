using System.Text.Json.Nodes;

namespace Portal.Workflows.Proving;

/// <summary>The conduct of a matter with its own type of standing.</summary>
/// <typeparam name="T">A record: two of the same content are equal.</typeparam>
public abstract class SubjectConduct<T> : Conduct
    where T : notnull
{
    protected abstract T First { get; }

    public sealed override object Start => First;

    public sealed override IEnumerable<object> Answer(Deed deed, object standing) => Boxed(Answer(deed, (T)standing));

    public sealed override IEnumerable<object> TimeOut(string stepId, string? item, object standing) =>
        Boxed(TimeOut(stepId, item, (T)standing));

    public sealed override IEnumerable<object> Act(string act, string? item, object standing) => Boxed(Act(act, item, (T)standing));

    public sealed override IEnumerable<(string Event, object Standing)> Elsewhere(object standing) =>
        Elsewhere((T)standing).Select(e => (e.Event, (object)e.Standing));

    public sealed override bool Holds(string rule, object standing) => Holds(rule, (T)standing);

    public sealed override bool Tells(string fact, string? item, object standing, out JsonNode? value)
    {
        (var isKnown, value) = Tells(fact, item, (T)standing);
        return isKnown;
    }

    public sealed override bool IsEnded(object standing) => IsEnded((T)standing);

    public sealed override bool IsFulfilled(object standing) => IsFulfilled((T)standing);

    public sealed override Missing? Before(Deed deed, object standing) => Before(deed, (T)standing);

    public sealed override Missing? Lacks(object standing) => IsEnded((T)standing) ? null : Lacks((T)standing);

    public sealed override bool MayBeStopped(object standing) => MayBeStopped((T)standing);

    protected abstract IEnumerable<T> Answer(Deed deed, T standing);

    protected virtual IEnumerable<T> TimeOut(string stepId, string? item, T standing) => [standing];

    protected virtual IEnumerable<T> Act(string act, string? item, T standing) => [];

    protected virtual IEnumerable<(string Event, T Standing)> Elsewhere(T standing) => [];

    protected virtual bool Holds(string rule, T standing) => false;

    protected abstract (bool IsKnown, JsonNode? Value) Tells(string fact, string? item, T standing);

    protected abstract bool IsEnded(T standing);

    protected virtual bool IsFulfilled(T standing) => IsEnded(standing);

    protected virtual Missing? Before(Deed deed, T standing) => null;

    protected abstract Missing? Lacks(T standing);

    protected virtual bool MayBeStopped(T standing) => false;

    /// <summary>A standing that is an end, without what makes no difference any more.</summary>
    protected virtual T AtEnd(T standing) => standing;

    /// <summary>A fact that the standing tells.</summary>
    protected static (bool IsKnown, JsonNode? Value) Told(JsonNode? value) => (true, value);

    /// <summary>A fact that it does not tell.</summary>
    protected static (bool IsKnown, JsonNode? Value) Untold => (false, null);

    private IEnumerable<object> Boxed(IEnumerable<T> standings) => standings.Select(s => (object)(IsEnded(s) ? AtEnd(s) : s));
}
