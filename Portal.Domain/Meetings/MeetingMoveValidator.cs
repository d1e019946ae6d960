using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class MeetingMoveValidator : AbstractValidator<MeetingMoveInput>
{
    public MeetingMoveValidator()
    {
        this.Gate();
        RuleFor(x => x.StartsAt).Needed();
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.StartsAt is not null && x.EndsAt is not null);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Place).AbsentInStub();
            RuleFor(x => x.Reason).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Place).OptionalText(300);
            RuleFor(x => x.Reason).Reason();
        });
    }
}
