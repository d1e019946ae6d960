using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Tests.Domain.Verbs;

/// <summary>A static verb that makes the aggregate: who may, and the state in which it begins.</summary>
/// <param name="Verb">Name of the method.</param>
/// <param name="Make">The verb with a valid input; the second value is null when it was refused.</param>
/// <param name="Begins">State of what was made.</param>
public sealed record FactoryRow<TScene, TState>(string Verb, Func<CaseContext, (Result Result, TScene? Made)> Make, TState Begins)
    where TScene : class
    where TState : struct, Enum
{
    public IReadOnlyList<string> Right { get; init; } = [];

    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>The calendar or another aggregate makes it: the verb asks for no person at all.</summary>
    public bool IsImpersonal { get; init; }

    public required DateTime At { get; init; }

    public IEnumerable<(string Person, string? Code)> People() => IsImpersonal ? [(Committee.Nobody, null)]
        : Right.Select(p => (p, (string?)null)).Concat(Wrong.Select(w => (w.Key, (string?)w.Value)))
            .Append((Committee.Nobody, "Common.Forbidden")).Append((Committee.Unknown, "Common.Forbidden"));
}
