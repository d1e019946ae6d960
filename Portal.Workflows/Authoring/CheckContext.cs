using Portal.Domain.Forms;

namespace Portal.Workflows.Authoring;

/// <summary>What a definition may refer to.</summary>
/// <param name="Forms">The known forms by key.</param>
/// <param name="Clauses">Codes of the regulation's clauses.</param>
/// <param name="Answers">By form, the outcomes that the shipped definition of the process gives with it; a form that is not here takes
/// any.</param>
/// <param name="Dispatchable">Keys of the processes whose cases a definition may open.</param>
/// <param name="MandatoryRules">Rules that every path to an end of the process must pass, with their clauses.</param>
public sealed record CheckContext(IReadOnlyDictionary<string, FormSchema> Forms, IReadOnlySet<string> Clauses,
    IReadOnlyDictionary<string, string> MandatoryRules, ILookup<string, string> Answers, IReadOnlySet<string> Dispatchable);
