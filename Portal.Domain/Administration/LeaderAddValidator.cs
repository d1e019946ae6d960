using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class LeaderAddValidator : AbstractValidator<LeaderAddInput>
{
    public LeaderAddValidator()
    {
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
