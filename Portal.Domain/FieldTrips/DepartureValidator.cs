using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class DepartureValidator : FormRules<DepartureInput>
{
    public DepartureValidator()
        : base(() => TripForms.Departure)
    {
        RuleForEach(x => x.Participants).ChildRules(p => p.RuleFor(x => x.Reason).Needed().When(x => x.Went == false));
    }
}
