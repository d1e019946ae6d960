using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 7: the leader passes it on to the dossier, each suggestion kept, amended or dropped.</summary>
internal sealed class AgreeToProposal<TInput>(FormSchema form, IValidator<TInput> rules)
    : DecisionOnProposal<TInput>(form, rules, "AgreeToDossier")
    where TInput : DecisionContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.Agree(input, at.Context);
}
