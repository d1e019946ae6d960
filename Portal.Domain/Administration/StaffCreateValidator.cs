using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class StaffCreateValidator : AbstractValidator<StaffCreateInput>
{
    public StaffCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.FullName).RequiredText(200);
        RuleFor(x => x.Position).RequiredText(200);
        RuleForEach(x => x.Roles).Must(r => StaffActs.Granted.Contains(r)).WithErrorCode("Org.RoleNotGranted");
        RuleFor(x => x.From).Needed();
    }
}
