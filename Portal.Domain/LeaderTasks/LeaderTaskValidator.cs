using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class LeaderTaskValidator : FormRules<LeaderTaskInput>
{
    public LeaderTaskValidator()
        : base(() => LeaderTaskForms.Assign)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Content).AbsentInStub());
    }
}
