using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class IssueValidator : AbstractValidator<IssueInput>
{
    public IssueValidator()
    {
        this.Gate();
        RuleFor(x => x.DocumentNumber).RequiredText(100);
        RuleFor(x => x.DocumentDate).Needed();
        RuleFor(x => x.SentOn).Needed();
        RuleFor(x => x.SentOn).GreaterThanOrEqualTo(x => x.DocumentDate).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.SentOn is not null && x.DocumentDate is not null);
        RuleFor(x => x.Addressee).RequiredText(300);
    }
}
