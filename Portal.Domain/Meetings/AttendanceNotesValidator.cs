using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class AttendanceNotesValidator : FormRules<AttendanceNotesInput>
{
    public AttendanceNotesValidator()
        : base(() => MeetingForms.Notes)
    {
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.ChairedBy).AbsentInStub();
            RuleFor(x => x.AttendeesOfNote).AbsentInStub();
            RuleFor(x => x.Course).AbsentInStub();
            RuleFor(x => x.Conclusions).AbsentInStub();
            RuleFor(x => x.ProcedureText).AbsentInStub();
            RuleFor(x => x.Remarks).AbsentInStub();
            RuleFor(x => x.Speech).AbsentInStub();
            RuleFor(x => x.UnpreparedReason).AbsentInStub();
            RuleFor(x => x.Items).AbsentInStub();
            RuleFor(x => x.Issues).AbsentInStub();
            RuleFor(x => x.Share).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.LateReason).AbsentInStub();
        }).Otherwise(() =>
        {
            // E-M12: where something is kept apart, what the group may know is written by itself; else it is the conclusions.
            RuleFor(x => x.Share).NotEmpty().WithErrorCode("Meeting.ShareMissing").WithState(_ => "Đ7.B.3").When(x => x.KeepsApart());
            When(x => x.Spoke == true, () =>
            {
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator()).When(x => x.Speech is not null);
            });
        });
    }
}
