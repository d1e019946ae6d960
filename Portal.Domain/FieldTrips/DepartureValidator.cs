using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class DepartureValidator : FormRules<DepartureInput>
{
    public DepartureValidator()
        : base(() => TripForms.Departure)
    {
        RuleForEach(x => x.Participants).ChildRules(p => p.RuleFor(x => x.Reason).Needed().When(x => x.Went == false));
        RuleFor(x => x.Participants).Must(ps => ps!.Any(p => p.Went == true)).WithErrorCode("Trip.NobodyWent")
            .When(x => x.Participants is { Length: > 0 } ps && ps.All(p => p.Went is not null));
    }
}
