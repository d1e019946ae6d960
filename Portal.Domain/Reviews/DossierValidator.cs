using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class DossierValidator : AbstractValidator<DossierInput>
{
    public DossierValidator()
    {
        this.Gate();
        RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.AreaId).Needed());
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.Reason).AbsentInStub());
        }).Otherwise(() =>
        {
            RuleFor(x => x.Note).OptionalText(4000);
            RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.Reason).Reason(1000));
        });
    }
}
