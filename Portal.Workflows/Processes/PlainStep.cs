using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes;

/// <summary>An answer without a form: to take note, to accept.</summary>
public abstract class PlainStep<TSubject>(params string[] outcomes) : IStep
    where TSubject : class, ICaseSubject
{
    public string? FormKey => null;

    public IReadOnlyList<string> Outcomes => outcomes;

    public Result<StepEffect> Take(StepAnswer answer, Turn turn)
    {
        var at = new StepContext<TSubject>(turn, answer);
        var done = Do(at);
        return done.IsSuccess ? CameOfIt(at) : done.Refusal;
    }

    /// <summary>Applies the verb; what the verb refuses is refused.</summary>
    protected abstract Result Do(StepContext<TSubject> at);

    protected virtual StepEffect CameOfIt(StepContext<TSubject> at) => new();
}
