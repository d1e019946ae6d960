using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PriorContactValidator : FormRules<PriorContactInput>
{
    public PriorContactValidator()
        : base(() => TripForms.PriorContact)
    {
        When(x => x.IsStub(), () => RuleForEach(x => x.Contacts).ChildRules(c =>
        {
            c.RuleFor(x => x.Agreed).AbsentInStub();
            c.RuleFor(x => x.ProgrammeChanges).AbsentInStub();
            c.RuleFor(x => x.AreaLeaderContent).AbsentInStub();
            c.RuleFor(x => x.ExceptionText).AbsentInStub();
        })).Otherwise(() => RuleForEach(x => x.Contacts).SetValidator(new AreaContactValidator()));
    }
}
