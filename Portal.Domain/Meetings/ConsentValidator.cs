using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ConsentValidator : AbstractValidator<ConsentInput>
{
    public ConsentValidator(ConsentNeeds needs)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Requirements).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Requirements).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => needs == ConsentNeeds.Opinion);
            RuleFor(x => x.Requirements).Reason().When(_ => needs == ConsentNeeds.Requirements);
        });
    }
}
