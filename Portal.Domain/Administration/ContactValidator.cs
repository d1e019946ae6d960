using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class ContactValidator : AbstractValidator<ContactInput>
{
    public ContactValidator()
    {
        RuleFor(x => x.FullName).RequiredText(200);
        RuleFor(x => x.Position).RequiredText(200);
        RuleFor(x => x.Phone).OptionalText(50);
    }
}
