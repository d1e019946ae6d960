using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class LeaderTaskValidator : FormRules<LeaderTaskInput>
{
    public LeaderTaskValidator()
        : base(() => LeaderTaskForms.Assign)
    {
        this.IsGivenToOne();
        When(x => x.IsStub(), () => RuleFor(x => x.Content).AbsentInStub());
    }
}
