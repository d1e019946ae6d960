using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class AreaKindInputValidator : AbstractValidator<AreaKindInput>
{
    public AreaKindInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
