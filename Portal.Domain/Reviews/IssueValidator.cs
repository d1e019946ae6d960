using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class IssueValidator : FormRules<IssueInput>
{
    public IssueValidator()
        : base(() => ReviewForms.Issue)
    {
        RuleFor(x => x.SentOn).GreaterThanOrEqualTo(x => x.DocumentDate).WithErrorCode("Common.EndDayBeforeStart")
            .When(x => x.SentOn is not null && x.DocumentDate is not null);
    }
}
