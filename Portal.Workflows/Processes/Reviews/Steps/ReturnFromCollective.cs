using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 9: the collective sends it back, to the lead (step 6) or to the leader in charge (step 7).</summary>
internal sealed class ReturnFromCollective<TInput>(FormSchema form, IValidator<TInput> rules, bool toLead, string outcome)
    : DecisionOnProposal<TInput>(form, rules, outcome)
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) =>
        at.Subject.ReturnFromCollective(input, toLead, at.Context);
}
