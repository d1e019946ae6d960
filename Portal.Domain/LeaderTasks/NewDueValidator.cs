using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class NewDueValidator : FormRules<NewDueInput>
{
    public NewDueValidator()
        : base(() => LeaderTaskForms.NewDue)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
