using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

public sealed class NewItemValidator : FormRules<NewItemInput>
{
    public NewItemValidator()
        : base(() => ReportItemForms.New)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Content).AbsentInStub();
            RuleFor(x => x.ProposedHandling).AbsentInStub();
            RuleFor(x => x.AskedOf).AbsentInStub();
        });
    }
}
