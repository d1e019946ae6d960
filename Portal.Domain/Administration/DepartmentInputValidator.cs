using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class DepartmentInputValidator : AbstractValidator<DepartmentInput>
{
    public DepartmentInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.ShortName).RequiredText(50);
        RuleFor(x => x.IsSpecialist).NotNull().WithErrorCode("Common.Required");
        RuleForEach(x => x.Domains).Must(s => WorkDomains.All.Contains(s)).WithErrorCode("Common.WrongType");
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
