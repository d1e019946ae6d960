using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class RemediesValidator : AbstractValidator<RemediesInput>
{
    public RemediesValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Report).AbsentInStub()).Otherwise(() => RuleFor(x => x.Report).RequiredText(8000));
    }
}
