using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

public sealed class MeetingTypeInputValidator : AbstractValidator<MeetingTypeInput>
{
    public MeetingTypeInputValidator()
    {
        RuleFor(x => x.Code).ShortCode();
        RuleFor(x => x.Name).RequiredText(200);
        RuleFor(x => x.Order).InclusiveBetween(0, 99).WithErrorCode("Org.BadOrder");
    }
}
