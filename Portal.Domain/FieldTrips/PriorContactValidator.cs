using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class PriorContactValidator : AbstractValidator<PriorContactInput>
{
    public PriorContactValidator()
    {
        this.Gate();
        RuleFor(x => x.Contacts).Needed("Đ9.2");
        When(x => x.IsStub(), () => RuleForEach(x => x.Contacts).ChildRules(c =>
        {
            c.RuleFor(x => x.AreaId).Needed("Đ9.2");
            c.RuleFor(x => x.Agreed).AbsentInStub();
            c.RuleFor(x => x.ProgrammeChanges).AbsentInStub();
            c.RuleFor(x => x.AreaLeaderContent).AbsentInStub();
            c.RuleFor(x => x.ExceptionText).AbsentInStub();
        })).Otherwise(() => RuleForEach(x => x.Contacts).SetValidator(new AreaContactValidator()));
    }
}
