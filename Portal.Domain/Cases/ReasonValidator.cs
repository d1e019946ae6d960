using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ReasonValidator : AbstractValidator<ReasonInput>
{
    public ReasonValidator(bool required = true)
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub())
            .Otherwise(() =>
            {
                RuleFor(x => x.Reason).Reason().When(_ => required);
                RuleFor(x => x.Reason).OptionalText(2000);
            });
    }
}
