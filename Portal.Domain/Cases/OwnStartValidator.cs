using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class OwnStartValidator : FormRules<OwnStartInput>
{
    public OwnStartValidator()
        : base(() => CaseForms.OwnStart)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Title).AbsentInStub();
            RuleFor(x => x.Content).AbsentInStub();
        });
    }
}
