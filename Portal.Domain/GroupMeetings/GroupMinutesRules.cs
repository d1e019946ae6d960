using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

public sealed class GroupMinutesRules : FormRules<GroupMinutesInput>
{
    public GroupMinutesRules()
        : base(() => GroupMeetingForms.Minutes) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Recommendations).AbsentInStub();
            RuleFor(x => x.Conclusions).AbsentInStub();
            RuleFor(x => x.Shortcomings).AbsentInStub();
            RuleFor(x => x.Tasks).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
}
