using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R1: the leader sends it back to the lead.</summary>
internal sealed class ReturnProposal<TInput>(FormSchema form, IValidator<TInput> rules) : DecisionOnProposal<TInput>(form, rules, "Return")
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.Return(input, at.Context);
}
