using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>What a lead writes of the area as a whole. R-REV-04 [Q]: what Đ7.A.4 names goes to the head at once.</summary>
internal abstract class WriteProposal<TInput>(FormSchema form, IValidator<TInput> rules, string outcome) : Step<ReviewProposal, TInput>(
    form, rules, outcome)
    where TInput : ProposalContent
{
    protected override StepEffect CameOfIt(TInput input, StepContext<ReviewProposal> at)
    {
        var flagged = (input.Suggestions ?? []).Concat(input.Individuals ?? []).Any(s => s.IsForHead());
        return new StepEffect
        {
            Files = input.Files ?? [],
            Tell = flagged && at.Subject.Rounds <= 2 ? [(NotificationKind.ForHead, ["head"])] : [],
        };
    }
}
