using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ConsentValidator : FormRules<ConsentInput>
{
    public ConsentValidator(ConsentNeeds needs)
        : base(() => MeetingForms.Consent)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Requirements).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).Reason().When(_ => needs == ConsentNeeds.Opinion);
            RuleFor(x => x.Requirements).Reason().When(_ => needs == ConsentNeeds.Requirements);
        });
    }
}
