using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>The shape of P2's input. What depends on the case, the organisation or the time is refused by <see cref="MeetingAttendance"/>.</summary>
public sealed class InvitationValidator : AbstractValidator<InvitationInput>
{
    public InvitationValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaIds).Needed("Đ9.3");
        RuleFor(x => x.Host).RequiredText(300);
        RuleFor(x => x.MeetingTypeId).Needed("Đ5.2");
        RuleFor(x => x.StartsAt).Needed();
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart").When(x => x.StartsAt is not null && x.EndsAt is not null);
        RuleFor(x => x.Online).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.WithoutInvitation).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ6.1");
        When(x => x.WithoutInvitation == false, () =>
        {
            RuleFor(x => x.ReceivedAt).Needed();
            RuleFor(x => x.Channel).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.AddressedTo).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.DocumentNumber).OptionalText(100);
        });
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Title).AbsentInStub();
            RuleFor(x => x.Place).AbsentInStub();
            RuleFor(x => x.Agenda).AbsentInStub();
            RuleFor(x => x.OutOfScopeReason).AbsentInStub();
            RuleFor(x => x.WithoutInvitationReason).AbsentInStub();
            RuleFor(x => x.SeparateReason).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Title).RequiredText(300);
            RuleFor(x => x.Place).RequiredText(300).When(x => x.Online == false);
            RuleFor(x => x.Agenda).OptionalText(4000);
            RuleFor(x => x.SeparateReason).OptionalText(500);
            RuleFor(x => x.WithoutInvitationReason).Reason(1000).When(x => x.WithoutInvitation == true);

            // R-ATT-02 [Q]: one of the four fields of Đ2.2, or a reason that the leader sees.
            RuleFor(x => x.OutOfScopeReason).NotEmpty().WithErrorCode("Meeting.NoDomain").WithState(_ => "Đ6.1").When(x => x.Domains is not { Length: > 0 });
            RuleFor(x => x.OutOfScopeReason).OptionalText(1000);
        });
    }
}

internal sealed class ExtraAttendeeValidator : AbstractValidator<ExtraAttendeeInput>
{
    public ExtraAttendeeValidator()
    {
        RuleFor(x => x.PersonId).Needed("Đ7.B.3");
        RuleFor(x => x.Covers).OptionalText(300);
    }
}

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

/// <summary>What an outcome of F9 demands in words.</summary>
public enum ConsentNeeds
{
    Nothing,

    /// <summary>X-10: returning, refusing, changing who goes.</summary>
    Opinion,

    /// <summary>Consent with requirements.</summary>
    Requirements,
}

public sealed class ConsentValidator : AbstractValidator<ConsentInput>
{
    public ConsentValidator(ConsentNeeds needs)
    {
        this.Gate();
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Opinion).AbsentInStub();
            RuleFor(x => x.Requirements).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Opinion).OptionalText(2000);
            RuleFor(x => x.Requirements).OptionalText(2000);
            RuleFor(x => x.Opinion).Reason().When(_ => needs == ConsentNeeds.Opinion);
            RuleFor(x => x.Requirements).Reason().When(_ => needs == ConsentNeeds.Requirements);
        });
    }
}

public sealed class ExtraRequestValidator : AbstractValidator<ExtraRequestInput>
{
    public ExtraRequestValidator()
    {
        this.Gate();
        RuleFor(x => x.Extras).Needed("Đ7.B.3");
        RuleForEach(x => x.Extras).SetValidator(new ExtraAttendeeValidator());
        When(x => x.IsStub(), () => RuleFor(x => x.NecessityReason).AbsentInStub()).Otherwise(() => RuleFor(x => x.NecessityReason).Reason(500));
    }
}

public sealed class MeetingMoveValidator : AbstractValidator<MeetingMoveInput>
{
    public MeetingMoveValidator()
    {
        this.Gate();
        RuleFor(x => x.StartsAt).Needed();
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart").When(x => x.StartsAt is not null && x.EndsAt is not null);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Place).AbsentInStub();
            RuleFor(x => x.Reason).AbsentInStub();
        }).Otherwise(() =>
        {
            RuleFor(x => x.Place).OptionalText(300);
            RuleFor(x => x.Reason).Reason();
        });
    }
}

public sealed class MeetingReplyValidator : AbstractValidator<MeetingReplyInput>
{
    public MeetingReplyValidator()
    {
        this.Gate();
        RuleFor(x => x.SentAt).Needed();
        RuleFor(x => x.DocumentNumber).OptionalText(100);
        When(x => x.IsStub(), () => RuleFor(x => x.Note).AbsentInStub()).Otherwise(() => RuleFor(x => x.Note).OptionalText(1000));
    }
}

public sealed class PreparationValidator : AbstractValidator<PreparationInput>
{
    public PreparationValidator()
    {
        this.Gate();
        RuleFor(x => x.WillSpeak).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        When(x => x.IsStub(), () => RuleFor(x => x.Speech).AbsentInStub()).Otherwise(() => When(x => x.WillSpeak == true, () =>
        {
            RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
            RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: false)).When(x => x.Speech is not null);
        }));
    }
}

public sealed class SubstituteValidator : AbstractValidator<SubstituteInput>
{
    public SubstituteValidator()
    {
        this.Gate();
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}

public sealed class ArrivalValidator : AbstractValidator<ArrivalInput>
{
    public ArrivalValidator()
    {
        this.Gate();
        RuleFor(x => x.ArrivedAt).Needed("Đ7.A.5");
        When(x => x.IsStub(), () => RuleFor(x => x.LateReason).AbsentInStub()).Otherwise(() => RuleFor(x => x.LateReason).OptionalText(500));
    }
}

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
            RuleFor(x => x.ProcedureText).RequiredText(3000, "Đ5.2").When(x => x.Procedure is ProcedureObserved.Shortcomings or ProcedureObserved.Breach);
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
