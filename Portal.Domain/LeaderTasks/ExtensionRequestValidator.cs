using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class ExtensionRequestValidator : FormRules<ExtensionRequestInput>
{
    public ExtensionRequestValidator()
        : base(() => LeaderTaskForms.ExtensionRequest)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
