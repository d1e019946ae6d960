using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class StaffEditValidator : AbstractValidator<StaffEditInput>
{
    public StaffEditValidator()
    {
        RuleForEach(x => x.Roles).Must(r => StaffActs.Granted.Contains(r)).WithErrorCode("Org.RoleNotGranted");
    }
}
