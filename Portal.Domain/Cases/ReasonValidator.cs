using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ReasonValidator : FormRules<ReasonInput>
{
    public ReasonValidator(bool required = true)
        : base(() => CaseForms.ReasonOnly)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.Reason).Reason().When(_ => required));
    }
}
