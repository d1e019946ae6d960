using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AdHocReviewValidator : AbstractValidator<AdHocReviewInput>
{
    public AdHocReviewValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaId).Needed("Đ5.6");
        RuleFor(x => x.Trigger).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.6");
        When(x => x.IsStub(), () => RuleFor(x => x.TriggerText).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.TriggerText).RequiredText(2000, "Đ5.6"));
    }
}
