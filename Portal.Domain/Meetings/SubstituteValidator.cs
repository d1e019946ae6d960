using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class SubstituteValidator : FormRules<SubstituteInput>
{
    public SubstituteValidator()
        : base(() => MeetingForms.Substitute)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
