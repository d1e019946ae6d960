using FluentValidation;

namespace Portal.Domain.Administration;

public sealed class MeetingTypeInputValidator : AbstractValidator<MeetingTypeInput>
{
    public MeetingTypeInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
