using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripNoteValidator : FormRules<TripNoteInput>
{
    public TripNoteValidator()
        : base(() => TripForms.Note)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Note).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
