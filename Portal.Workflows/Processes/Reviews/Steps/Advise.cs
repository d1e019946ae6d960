using FluentValidation;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F18 and F19, step 14: every issued suggestion is judged; in an annual review a rating is advised.</summary>
internal sealed class Advise<TInput>(FormSchema form, IValidator<TInput> rules) : Step<ReviewProposal, TInput>(form, rules, "Submit")
    where TInput : AdviceContent
{
    protected override Result Do(TInput input, StepContext<ReviewProposal> at) => at.Subject.Advise(input, at.Context);
}
