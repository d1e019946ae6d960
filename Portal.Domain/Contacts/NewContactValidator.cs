using FluentValidation;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

public sealed class NewContactValidator : FollowedRules<NewContactInput>
{
    public NewContactValidator()
        : base(() => ContactForms.New)
    {
        RuleFor(x => x.AreaId).Needed("Đ9.1").When(x => x.Counterpart == CounterpartKind.Area);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Subject).AbsentInStub();
            RuleFor(x => x.Summary).AbsentInStub();
        });
    }
}
