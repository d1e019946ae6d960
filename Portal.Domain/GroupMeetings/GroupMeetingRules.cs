using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

public sealed class GroupMeetingRules : FormRules<GroupMeetingInput>
{
    public GroupMeetingRules()
        : base(() => GroupMeetingForms.Call)
    {
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("GroupMeeting.EndsBeforeItStarts")
            .When(x => x.EndsAt is not null);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Place).AbsentInStub();
            RuleFor(x => x.Agenda).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
    }
}
