using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class TaskReasonValidator : AbstractValidator<TaskReasonInput>
{
    public TaskReasonValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
