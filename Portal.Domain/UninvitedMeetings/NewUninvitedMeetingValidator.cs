using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.UninvitedMeetings;

public sealed class NewUninvitedMeetingValidator : FollowedRules<NewUninvitedMeetingInput>
{
    public NewUninvitedMeetingValidator()
        : base(() => UninvitedMeetingForms.New) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Title).AbsentInStub();
            RuleFor(x => x.KnownFrom).AbsentInStub();
            RuleFor(x => x.Summary).AbsentInStub();
        });
}
