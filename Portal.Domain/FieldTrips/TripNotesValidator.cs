using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripNotesValidator : FormRules<TripNotesInput>
{
    public TripNotesValidator()
        : base(() => TripForms.Notes)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Notes).AbsentInStub();
            RuleFor(x => x.Deviations).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
