using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes;

/// <summary>An answer with a form. One object serves all cases, so a step keeps nothing of any of them.</summary>
/// <param name="form">The form.</param>
/// <param name="rules">Validates the whole input once more: a screen is no trust boundary.</param>
/// <param name="outcomes">Outcomes that it takes; none: whatever the definition calls the outcome of this form.</param>
public abstract class Step<TSubject, TInput>(FormSchema form, IValidator<TInput> rules, params string[] outcomes) : IStep
    where TSubject : class, ICaseSubject
    where TInput : class, IGatedInput
{
    public string? FormKey => form.Key;

    public IReadOnlyList<string> Outcomes => outcomes;

    public Result<StepEffect> Take(StepAnswer answer, Turn turn)
    {
        var input = FormInput.Read(answer.Form, rules);
        if (!input.IsSuccess)
        {
            return input.Refusal;
        }

        var at = new StepContext<TSubject>(turn, answer);
        var directives = (input.Value as IGivesDirectives)?.Directives ?? [];
        if (Directives.WhyNot(directives, turn.Context) is { } unfit)
        {
            return unfit;
        }

        var done = Do(input.Value, at);
        return done.IsSuccess
            ? CameOfIt(input.Value, at) with { IsStub = input.Value.IsStub(), Directives = directives }
            : done.Refusal;
    }

    /// <summary>Applies the verb; what the verb refuses is refused.</summary>
    protected abstract Result Do(TInput input, StepContext<TSubject> at);

    /// <summary>What comes of it beside the aggregate: whom to tell, what to open, how the form is kept.</summary>
    protected virtual StepEffect CameOfIt(TInput input, StepContext<TSubject> at) => new();

    protected static StepEffect Tell(NotificationKind kind, params string[] who) => new() { Tell = [(kind, who)] };

    /// <summary>A decision over somebody else's matter, with what was said of it and whom to tell; nobody: it is only kept.</summary>
    protected static StepEffect Decided(string? opinion, params string[] who) =>
        new() { IsDecision = true, Opinion = opinion ?? "", Tell = who.Length > 0 ? [(NotificationKind.Decision, who)] : [] };
}
