using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 7, <i>Báo cáo riêng Trưởng ban</i>.</summary>
internal sealed class ForwardProposalToHead<TInput>(FormSchema form, IValidator<TInput> rules)
    : DecisionOnProposal<TInput>(form, rules, "ForwardToHead")
    where TInput : DecisionContent
{
    // What is said to the head alone is the head's.
    protected override StepEffect CameOfIt(TInput input, StepContext<ReviewProposal> at) =>
        base.CameOfIt(input, at) with { Sensitivity = Sensitivity.HeadOnly };

    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.ForwardToHead(input, at.Context);
}
