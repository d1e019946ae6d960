using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 9: the collective does not pass it.</summary>
internal sealed class NotPassProposal<TInput>(FormSchema form, IValidator<TInput> rules)
    : DecisionOnProposal<TInput>(form, rules, "NotPass")
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.NotPass(input, at.Context);
}
