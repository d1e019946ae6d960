using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

public sealed class NewDueValidator : AbstractValidator<NewDueInput>
{
    public NewDueValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDue).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
