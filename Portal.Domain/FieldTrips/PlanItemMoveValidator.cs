using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanItemMoveValidator : AbstractValidator<PlanItemMoveInput>
{
    public PlanItemMoveValidator()
    {
        this.Gate();
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.DateFrom).Needed("Đ8.1");
        RuleFor(x => x.DateTo).Needed("Đ8.1");
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.DateFrom is not null && x.DateTo is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
