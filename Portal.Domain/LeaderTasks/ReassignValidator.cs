using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class ReassignValidator : AbstractValidator<ReassignInput>
{
    public ReassignValidator()
    {
        this.Gate();
        RuleFor(x => x.AssigneeId).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
