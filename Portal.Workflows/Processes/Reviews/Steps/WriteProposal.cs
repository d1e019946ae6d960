using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>What a lead writes of the area as a whole. R-REV-04 [Q]: what Đ7.A.4 names goes to the head at once, in any round.</summary>
internal abstract class WriteProposal<TInput>(FormSchema form, IValidator<TInput> rules, string outcome) : Step<ReviewProposal, TInput>(
    form, rules, outcome)
    where TInput : ProposalContent
{
    protected override StepEffect CameOfIt(TInput input, StepContext<ReviewProposal> at) => new()
    {
        Files = [.. input.Files ?? [], .. input.IndividualFiles ?? []],
        Tell = at.Subject.HasNewForHead ? [(NotificationKind.ForHead, ["head"])] : [],
    };
}
