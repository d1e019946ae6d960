using FluentValidation;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>What a leader or the collective decides on a proposal, annual or ad hoc (Đ5.6).</summary>
internal abstract class DecisionOnProposal<TInput>(FormSchema form, IValidator<TInput> rules, params string[] outcomes)
    : Step<ReviewProposal, TInput>(form, rules, outcomes)
    where TInput : DecisionContent
{
    protected override StepEffect CameOfIt(TInput input, StepContext<ReviewProposal> at) =>
        Decided(input.Opinion, "groupLead", "role:ReviewCoordinator");
}
