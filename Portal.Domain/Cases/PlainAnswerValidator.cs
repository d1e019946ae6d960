using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class PlainAnswerValidator : FormRules<PlainAnswerInput>
{
    public PlainAnswerValidator()
        : base(() => CaseForms.Plain)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
