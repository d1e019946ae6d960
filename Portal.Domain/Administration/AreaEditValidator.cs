using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class AreaEditValidator : AbstractValidator<AreaEditInput>
{
    public AreaEditValidator()
    {
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.PartyCommittee).OptionalText(300);
        RuleFor(x => x.OrganizingBody).OptionalText(300);
        RuleFor(x => x.Address).OptionalText(300);
        RuleForEach(x => x.Contacts).SetValidator(new ContactValidator());
    }
}
