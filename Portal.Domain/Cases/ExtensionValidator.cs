using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed class ExtensionValidator : FormRules<ExtensionInput>
{
    public ExtensionValidator()
        : base(() => CaseForms.Extension)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
