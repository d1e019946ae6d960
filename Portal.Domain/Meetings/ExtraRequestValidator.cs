using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ExtraRequestValidator : FormRules<ExtraRequestInput>
{
    public ExtraRequestValidator()
        : base(() => MeetingForms.ExtraRequest)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.NecessityReason).AbsentInStub());
    }
}
