using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class SubmissionSentValidator : AbstractValidator<SubmissionSentInput>
{
    public SubmissionSentValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        RuleFor(x => x.SentOn).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub()).Otherwise(() => RuleFor(x => x.Note).OptionalText(2000));
    }
}
