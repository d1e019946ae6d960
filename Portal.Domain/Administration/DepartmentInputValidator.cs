using FluentValidation;
using Portal.Domain.Areas;

namespace Portal.Domain.Administration;

public sealed class DepartmentInputValidator : AbstractValidator<DepartmentInput>
{
    public DepartmentInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleForEach(x => x.Domains).Must(s => WorkDomains.All.Contains(s)).WithErrorCode("Common.WrongType");
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
