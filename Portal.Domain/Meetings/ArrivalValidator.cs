using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class ArrivalValidator : FormRules<ArrivalInput>
{
    public ArrivalValidator()
        : base(() => MeetingForms.Arrival)
    {
        When(x => x.IsStub(), () => RuleFor(x => x.LateReason).AbsentInStub());
    }
}
