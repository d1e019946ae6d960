using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripNotesValidator : AbstractValidator<TripNotesInput>
{
    public TripNotesValidator()
    {
        this.Gate();
        RuleFor(x => x.ReturnedAt).Needed();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Notes).AbsentInStub();
            RuleFor(x => x.Deviations).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Notes).OptionalText(20000);
            RuleFor(x => x.Deviations).OptionalText(3000);
        });
    }
}
