using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 9: the collective passes it, as it is or changed.</summary>
internal sealed class PassProposal<TInput>(FormSchema form, IValidator<TInput> rules)
    : DecisionOnProposal<TInput>(form, rules, "Pass", "PassWithChange")
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.Pass(input, at.Context);
}
