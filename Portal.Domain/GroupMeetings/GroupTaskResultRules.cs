using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

public sealed class GroupTaskResultRules : FormRules<GroupTaskResultInput>
{
    public GroupTaskResultRules()
        : base(() => GroupMeetingForms.TaskResult) =>
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Result).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        });
}
