using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class MeetingMoveValidator : FormRules<MeetingMoveInput>
{
    public MeetingMoveValidator()
        : base(() => MeetingForms.Move)
    {
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.StartsAt is not null && x.EndsAt is not null);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Place).AbsentInStub();
            RuleFor(x => x.Reason).AbsentInStub();
        });
    }
}
