using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class AttendanceNotesValidator : AbstractValidator<AttendanceNotesInput>
{
    public AttendanceNotesValidator()
    {
        this.Gate();
        RuleFor(x => x.Procedure).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ5.2");
        RuleFor(x => x.Spoke).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ6.1");
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
            RuleFor(x => x.ChairedBy).OptionalText(300);
            RuleFor(x => x.AttendeesOfNote).OptionalText(500);
            RuleFor(x => x.Course).RequiredText(20000, "Đ7.A.5");
            RuleFor(x => x.Conclusions).RequiredText(8000, "Đ7.A.5");
            RuleFor(x => x.ProcedureText).RequiredText(3000, "Đ5.2")
                .When(x => x.Procedure is ProcedureObserved.Shortcomings or ProcedureObserved.Breach);
            RuleFor(x => x.Remarks).OptionalText(8000);
            RuleFor(x => x.UnpreparedReason).OptionalText(500);
            RuleFor(x => x.Share).OptionalText(8000);

            // E-M12: where something is kept apart, what the group may know is written by itself; else it is the conclusions.
            RuleFor(x => x.Share).NotEmpty().WithErrorCode("Meeting.ShareMissing").WithState(_ => "Đ7.B.3").When(x => x.KeepsApart());
            RuleFor(x => x.LateReason).OptionalText(1000);
            RuleForEach(x => x.Items).SetValidator(new ReportItemValidator());
            RuleForEach(x => x.Issues).SetValidator(new AreaIssueValidator());
            When(x => x.Spoke == true, () =>
            {
                RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ6.1");
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: true)).When(x => x.Speech is not null);
            });
        });
    }
}
