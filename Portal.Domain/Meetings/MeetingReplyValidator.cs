using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class MeetingReplyValidator : FormRules<MeetingReplyInput>
{
    public MeetingReplyValidator()
        : base(() => MeetingForms.Reply)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub());
    }
}
