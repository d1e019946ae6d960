using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class TaskReasonValidator : FormRules<TaskReasonInput>
{
    public TaskReasonValidator()
        : base(() => LeaderTaskForms.WithReason)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
