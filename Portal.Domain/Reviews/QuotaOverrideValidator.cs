using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class QuotaOverrideValidator : AbstractValidator<QuotaOverrideInput>
{
    public QuotaOverrideValidator()
    {
        this.Gate();
        RuleFor(x => x.Group).RequiredText(200);
        RuleFor(x => x.Kind).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
