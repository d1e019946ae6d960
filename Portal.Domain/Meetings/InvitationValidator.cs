using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>
/// The shape of P2's input. What depends on the case, the organisation or the time is refused by
/// <see cref="MeetingAttendance"/>.
/// </summary>
public sealed class InvitationValidator : FormRules<InvitationInput>
{
    public InvitationValidator()
        : base(() => MeetingForms.Invitation)
    {
        RuleFor(x => x.EndsAt).GreaterThan(x => x.StartsAt).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.StartsAt is not null && x.EndsAt is not null);
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
            RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.OralReport is not null);
        }).Otherwise(() =>
        {
            // R-ATT-02 [Q]: one of the four fields of Đ2.2, or a reason that the leader sees.
            RuleFor(x => x.OutOfScopeReason).NotEmpty().WithErrorCode("Meeting.NoDomain").WithState(_ => "Đ6.1")
                .When(x => x.Domains is not { Length: > 0 });
        });
    }
}
