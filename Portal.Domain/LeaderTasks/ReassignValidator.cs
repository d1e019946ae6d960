using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class ReassignValidator : FormRules<ReassignInput>
{
    public ReassignValidator()
        : base(() => LeaderTaskForms.Reassign)
    {
        this.IsGivenToOne();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
