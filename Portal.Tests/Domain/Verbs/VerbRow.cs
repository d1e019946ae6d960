using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Tests.Domain.Verbs;

/// <summary>What is expected of one verb: a valid input, the states that allow it, who is right and who is wrong.</summary>
/// <param name="Verb">Name of the method.</param>
/// <param name="Act">The verb with an input that is valid wherever the state allows it.</param>
public sealed record VerbRow<TScene, TState>(string Verb, Func<TScene, CaseContext, Result> Act)
    where TState : struct, Enum
{
    /// <summary>Under which circumstance, when a verb has several rows; empty for its first.</summary>
    public string When { get; init; } = "";

    public string Name => When.Length == 0 ? Verb : $"{Verb}, {When}";

    /// <summary>The states that allow it; in all others it is refused, whoever asks.</summary>
    public IReadOnlyList<TState> In { get; init; } = [];

    /// <summary>Crossed with these states only, where another row of the verb covers the rest; empty for all.</summary>
    public IReadOnlyList<TState> Of { get; init; } = [];

    /// <summary>The state that follows; the same unless the row says otherwise.</summary>
    public Func<TState, TState> To { get; init; } = state => state;

    /// <summary>States in which it succeeds for the whole and passes this part by: nothing of the part changes.</summary>
    public IReadOnlyList<TState> PassesBy { get; init; } = [];

    /// <summary>People for whom it succeeds.</summary>
    public IReadOnlyList<string> Right { get; init; } = [];

    /// <summary>People who are refused, each with the code.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>The regulation leaves it to the definition who holds the step: any person of the Committee, but not nobody.</summary>
    public bool IsForAnyHolder { get; init; }

    /// <summary>The flow or the calendar does it: the verb asks for no person at all.</summary>
    public bool IsImpersonal { get; init; }

    /// <summary>Time does it too: the portal itself acts.</summary>
    public bool IsForTimers { get; init; }

    public string NotNow { get; init; } = "Common.NotInThisState";

    /// <summary>States that refuse it with a code of their own.</summary>
    public IReadOnlyDictionary<TState, string> NotNowIn { get; init; } = new Dictionary<TState, string>();

    /// <summary>States that this row reaches by another road than the table.</summary>
    public IReadOnlyDictionary<TState, Func<Stage<TScene>>> From { get; init; } = new Dictionary<TState, Func<Stage<TScene>>>();

    /// <summary>When it is done, UTC; null at the moment of the stage.</summary>
    public DateTime? At { get; init; }

    /// <summary>
    /// Everybody the row is crossed with, and the code that each is refused with where the state allows the verb; null succeeds.
    /// </summary>
    public IEnumerable<(string Person, string? Code)> People()
    {
        if (IsImpersonal)
        {
            return [(Committee.Nobody, null)];
        }

        var holders = IsForAnyHolder ? Committee.Everybody : Right;
        return holders.Select(p => (p, (string?)null)).Concat(Wrong.Select(w => (w.Key, (string?)w.Value)))
            .Append((Committee.Nobody, IsForTimers ? null : "Common.Forbidden")).Append((Committee.Unknown, "Common.Forbidden"));
    }
}
