using Portal.Domain.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes;

/// <summary>What a step acts on: the case with its aggregate, who acts and when, and the answer.</summary>
public sealed record StepContext<TSubject>(Turn Turn, StepAnswer Answer)
    where TSubject : class, ICaseSubject
{
    /// <summary>The aggregate.</summary>
    /// <exception cref="InvalidOperationException">No step has made it yet.</exception>
    public TSubject Subject => Existing ?? throw new InvalidOperationException($"Case {File.Case.Number} has no {typeof(TSubject).Name}.");

    /// <summary>The aggregate, or null before the first step has made it.</summary>
    public TSubject? Existing => File.Subject as TSubject;

    public CaseFile File => Turn.File;

    public CaseContext Context => Turn.Context;

    /// <summary>The item of the loop in which the step runs; empty outside of loops.</summary>
    public string Item => Turn.Item ?? "";
}
