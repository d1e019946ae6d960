using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>The head of a department has somebody of it prepare the opinion (Đ11).</summary>
/// <remarks>The form has no text of its own, so it does not ask for state secrets; hence no <see cref="Step{TSubject, TInput}"/>.</remarks>
internal sealed class AssignOpinion : IStep
{
    private readonly AssignOpinionValidator _rules = new();

    public string? FormKey => ReviewForms.Assign.Key;

    public IReadOnlyList<string> Outcomes => [];

    public Result<StepEffect> Take(StepAnswer answer, Turn turn)
    {
        var input = FormInput.Read(answer.Form, _rules);
        if (!input.IsSuccess)
        {
            return input.Refusal;
        }

        var at = new StepContext<ReviewProposal>(turn, answer);
        var done = at.Subject.Assign(at.Item, input.Value, turn.Context);
        return done.IsSuccess ? new StepEffect() : done.Refusal;
    }
}
