using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class RevisionInputRules : AbstractValidator<RevisionInput>
{
    public RevisionInputRules()
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Revision).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() => RuleFor(x => x.Revision).RequiredText(2000, "Đ13.3"));
    }
}
