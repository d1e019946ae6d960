using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class DossierValidator : FormRules<DossierInput>
{
    public DossierValidator()
        : base(() => ReviewForms.Dossier)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Gaps).ChildRules(g => g.RuleFor(x => x.Reason).AbsentInStub());
        });
    }
}
