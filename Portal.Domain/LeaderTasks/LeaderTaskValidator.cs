using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class LeaderTaskValidator : AbstractValidator<LeaderTaskInput>
{
    public LeaderTaskValidator()
    {
        this.Gate();
        RuleFor(x => x.AssigneeId).Needed("Đ5.7");
        When(x => x.IsStub(), () => RuleFor(x => x.Content).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.Content).RequiredText(2000, "Đ5.7"));
    }
}
