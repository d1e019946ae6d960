using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class DepartureValidator : AbstractValidator<DepartureInput>
{
    public DepartureValidator()
    {
        this.Gate();
        RuleFor(x => x.DepartedAt).Needed("Đ7.A.5");
        RuleFor(x => x.Participants).Needed();
        RuleForEach(x => x.Participants).ChildRules(p =>
        {
            p.RuleFor(x => x.PersonId).Needed();
            p.RuleFor(x => x.Went).NotNull().WithErrorCode("Common.Required");
            p.RuleFor(x => x.Reason).RequiredText(500).When(x => x.Went == false);
        });
        RuleFor(x => x.Participants).Must(ps => ps!.Any(p => p.Went == true)).WithErrorCode("Trip.NobodyWent")
            .When(x => x.Participants is { Length: > 0 } ps && ps.All(p => p.Went is not null));
    }
}
