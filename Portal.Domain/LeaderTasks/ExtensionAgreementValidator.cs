using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class ExtensionAgreementValidator : FormRules<ExtensionAgreementInput>
{
    public ExtensionAgreementValidator()
        : base(() => LeaderTaskForms.ExtensionAgreement)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Opinion).AbsentInStub());
    }
}
