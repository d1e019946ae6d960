using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>
/// The shape of P2's input. What depends on the case, the organisation or the time is refused by
/// <see cref="MeetingAttendance"/>.
/// </summary>
public sealed class InvitationValidator : AbstractValidator<InvitationInput>
{
    public InvitationValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaIds).Needed("Đ9.3");
        RuleFor(x => x.Host).RequiredText(300);
        RuleFor(x => x.MeetingTypeId).Needed("Đ5.2");
        RuleFor(x => x.StartsAt).Needed();
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.StartsAt is not null && x.EndsAt is not null);
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
            RuleFor(x => x.OutOfScopeReason).NotEmpty().WithErrorCode("Meeting.NoDomain").WithState(_ => "Đ6.1")
                .When(x => x.Domains is not { Length: > 0 });
            RuleFor(x => x.OutOfScopeReason).OptionalText(1000);
        });
    }
}
