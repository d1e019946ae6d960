using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripCancelValidator : FormRules<TripCancelInput>
{
    public TripCancelValidator()
        : base(() => TripForms.Cancel)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
