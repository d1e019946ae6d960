using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

public sealed class GroupTaskChangeRules : FormRules<GroupTaskChangeInput>
{
    public GroupTaskChangeRules()
        : base(() => GroupMeetingForms.TaskChange) =>
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
}
