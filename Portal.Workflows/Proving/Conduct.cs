using System.Text.Json.Nodes;

namespace Portal.Workflows.Proving;

/// <summary>
/// What the aggregate of a process does, in short: how a matter may stand, and what each answer makes of it or that it is refused. What a
/// definition lets happen is proved against it, without forms, people and days. That it says the same as the aggregate is tested on
/// stored cases and on random ones.
/// </summary>
public abstract class Conduct
{
    /// <summary>How the matter stands when its case is opened. Standings are equal when they say the same.</summary>
    public abstract object Start { get; }

    /// <summary>Who alone may give which answer.</summary>
    public virtual IReadOnlyList<Demand> Demands => [];

    /// <summary>What an answer may make of the matter; none where the aggregate refuses it.</summary>
    public abstract IEnumerable<object> Answer(Deed deed, object standing);

    /// <summary>What it makes of the matter that the time for a step has run out.</summary>
    public abstract IEnumerable<object> TimeOut(string stepId, string? item, object standing);

    /// <summary>What a verb that the definition calls may make of the matter; none where it is refused.</summary>
    public abstract IEnumerable<object> Act(string act, string? item, object standing);

    /// <summary>What other cases may do to the matter now, by the event that tells of it.</summary>
    public abstract IEnumerable<(string Event, object Standing)> Elsewhere(object standing);

    /// <summary>Whether a rule that a guard names holds.</summary>
    public abstract bool Holds(string rule, object standing);

    /// <summary>What the definition learns when it asks about the matter.</summary>
    /// <returns>False where the standing does not tell: then every answer is possible.</returns>
    public abstract bool Tells(string fact, string? item, object standing, out JsonNode? value);

    /// <summary>The matter has come to one of its ends.</summary>
    public abstract bool IsEnded(object standing);

    /// <summary>The matter has come to the end that it is about, and was not broken off.</summary>
    public abstract bool IsFulfilled(object standing);

    /// <summary>
    /// What has to have happened before an answer is given, or an act is done (<see cref="Deed.OfAct"/>), beyond what the aggregate itself
    /// refuses; null where nothing has.
    /// </summary>
    public abstract Missing? Before(Deed deed, object standing);

    /// <summary>What has to happen first of all before the matter may end; null where nothing more is demanded.</summary>
    public abstract Missing? Lacks(object standing);

    /// <summary>A leader who is asked by a step of the administrators' own may end the matter here.</summary>
    public abstract bool MayBeStopped(object standing);

    /// <summary>
    /// An answer that is taken whenever its step is open and makes no difference to the matter: such steps are answered before anything
    /// else, so that not every order of them with all others has to be gone through.
    /// </summary>
    public virtual bool IsApart(string? form, string action) => false;

    /// <summary>A step with this form may come to ask for what is not taken any more.</summary>
    public virtual bool MayLapse(string? form) => false;

    /// <summary>What must not happen while a decision that administrators added is open, with the clause; null for all else.</summary>
    public virtual string? WaitsForAll(Deed deed) => null;
}
