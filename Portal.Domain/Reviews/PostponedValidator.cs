using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class PostponedValidator : AbstractValidator<PostponedInput>
{
    public PostponedValidator()
    {
        this.Gate();
        RuleFor(x => x.NewDate).Needed();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
