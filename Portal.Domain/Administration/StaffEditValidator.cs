using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class StaffEditValidator : AbstractValidator<StaffEditInput>
{
    public StaffEditValidator()
    {
        RuleFor(x => x.FullName).RequiredText(200);
        RuleFor(x => x.Position).RequiredText(200);
        RuleForEach(x => x.Roles).Must(r => StaffActs.Granted.Contains(r)).WithErrorCode("Org.RoleNotGranted");
        RuleFor(x => x.From).Needed();
    }
}
