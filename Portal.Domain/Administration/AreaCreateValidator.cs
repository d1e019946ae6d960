using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class AreaCreateValidator : AbstractValidator<AreaCreateInput>
{
    public AreaCreateValidator()
    {
        RuleFor(x => x.Code).ShortCode();
    }
}
