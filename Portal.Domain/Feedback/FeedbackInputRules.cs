using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class FeedbackInputRules : AbstractValidator<FeedbackInput>
{
    public FeedbackInputRules()
    {
        this.Gate();
        RuleFor(x => x.Clause).Needed("Đ13.3");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Difficulty).AbsentInStub();
            RuleFor(x => x.Proposal).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Difficulty).RequiredText(4000, "Đ13.3");
            RuleFor(x => x.Proposal).RequiredText(4000, "Đ13.3");
        });
    }
}
