using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

public sealed class AssessmentInputRules : AbstractValidator<AssessmentInput>
{
    public AssessmentInputRules()
    {
        this.Gate();
        RuleFor(x => x.Recommendation).Needed("Đ13.3");
        When(x => x.IsStub(), () => RuleFor(x => x.Assessment).AbsentInStub()).Otherwise(() => RuleFor(x => x.Assessment).RequiredText(4000, "Đ13.3"));
    }
}
