using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class PlainAnswerValidator : FormRules<PlainAnswerInput>
{
    public PlainAnswerValidator()
        : base(() => CaseForms.Plain)
    {
        RuleFor(x => x.Secrecy).NotNull().WithErrorCode("Secrecy.Unanswered").WithState(_ => "Đ7.A.6")
            .When(x => !string.IsNullOrWhiteSpace(x.Reason));
        RuleFor(x => x.Secrecy!).SetValidator(new SecrecyGateValidator()).When(x => x.Secrecy is not null);
        When(x => x.Secrecy?.ContainsStateSecret == true, () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
