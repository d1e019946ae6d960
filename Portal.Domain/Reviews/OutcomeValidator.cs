using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class OutcomeValidator : FormRules<OutcomeInput>
{
    public OutcomeValidator()
        : base(() => ReviewForms.Outcome)
    {
        RuleFor(x => x.Suggestions).AbsentInStub().When(x => x.IsStub());
        RuleFor(x => x.Individuals).AbsentInStub().When(x => x.IsStub());
    }
}
