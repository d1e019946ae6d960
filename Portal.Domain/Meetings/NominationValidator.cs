using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public sealed class NominationValidator : AbstractValidator<NominationInput>
{
    public NominationValidator()
    {
        this.Gate();
        RuleFor(x => x.Option).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.B.3");
        When(x => x.Option is NominationOption.LeadAttends or NominationOption.MemberAttends or NominationOption.WithExtra, () =>
        {
            RuleFor(x => x.NomineeId).Needed("Đ7.B.3");
            RuleFor(x => x.WillSpeak).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        });
        When(x => x.Option == NominationOption.WithExtra, () =>
        {
            RuleFor(x => x.Extras).Needed("Đ7.B.3");
            RuleForEach(x => x.Extras).SetValidator(new ExtraAttendeeValidator());
        });
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.LeadBusyText).AbsentInStub();
            RuleFor(x => x.NecessityReason).AbsentInStub();
            RuleFor(x => x.NotAttendReason).AbsentInStub();
            RuleFor(x => x.Note).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.NecessityReason).Reason(500).When(x => x.Option == NominationOption.WithExtra);
            RuleFor(x => x.NotAttendReason).Reason(1000).When(x => x.Option == NominationOption.NotAttend);
            RuleFor(x => x.LeadBusyText).RequiredText(500, "Đ7.B.3").When(x => x.LeadBusyReason == Meetings.LeadBusyReason.Other);
            RuleFor(x => x.Note).OptionalText(1000);
        });
    }
}
