using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PlanItemDropValidator : FormRules<PlanItemDropInput>
{
    public PlanItemDropValidator()
        : base(() => PlanForms.Drop)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
