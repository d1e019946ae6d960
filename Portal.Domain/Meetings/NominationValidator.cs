using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class NominationValidator : FormRules<NominationInput>
{
    public NominationValidator()
        : base(() => MeetingForms.Nomination)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.LeadBusyText).AbsentInStub();
            RuleFor(x => x.NecessityReason).AbsentInStub();
            RuleFor(x => x.NotAttendReason).AbsentInStub();
            RuleFor(x => x.Note).AbsentInStub();
        });
    }
}
