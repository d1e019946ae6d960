using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class StaffCreateValidator : AbstractValidator<StaffCreateInput>
{
    public StaffCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleForEach(x => x.Roles).Must(r => StaffActs.Granted.Contains(r)).WithErrorCode("Org.RoleNotGranted");
    }
}
