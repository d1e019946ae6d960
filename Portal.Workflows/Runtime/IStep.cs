using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>One answer that a process takes: which form, which outcomes, and what that does.</summary>
public interface IStep
{
    /// <summary>Key of the form that the answer comes with; null for one without a form.</summary>
    string? FormKey { get; }

    /// <summary>Outcomes that it takes; empty: whatever the definition calls the outcome of this form.</summary>
    IReadOnlyList<string> Outcomes { get; }

    /// <summary>Validates the form, applies the verb, and says what came of it; a refusal has changed nothing.</summary>
    Result<StepEffect> Take(StepAnswer answer, Turn turn);
}
