using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 7, <i>Báo cáo riêng Trưởng ban</i>.</summary>
internal sealed class ForwardProposalToHead<TInput>(FormSchema form, IValidator<TInput> rules)
    : DecisionOnProposal<TInput>(form, rules, "ForwardToHead")
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.ForwardToHead(input, at.Context);
}
