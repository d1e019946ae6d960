using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanItemDropValidator : AbstractValidator<PlanItemDropInput>
{
    public PlanItemDropValidator()
    {
        this.Gate();
        RuleFor(x => x.Item).NotNull().WithErrorCode("Common.Required");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
