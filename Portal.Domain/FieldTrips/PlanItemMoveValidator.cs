using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanItemMoveValidator : FormRules<PlanItemMoveInput>
{
    public PlanItemMoveValidator()
        : base(() => PlanForms.Move)
    {
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.DateFrom is not null && x.DateTo is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
