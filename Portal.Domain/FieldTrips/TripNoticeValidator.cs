using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>
/// The shape of P1's input. What depends on the case, the organisation or the time is refused by <see cref="FieldTrip"/>.
/// </summary>
public sealed class TripNoticeValidator : AbstractValidator<TripNoticeInput>
{
    public TripNoticeValidator()
    {
        this.Gate();
        RuleFor(x => x.AreaIds).Needed("Đ8.1");
        RuleFor(x => x.DepartsAt).Needed("Đ8.1");
        RuleFor(x => x.ReturnsAt).Needed("Đ8.1");
        RuleFor(x => x.ReturnsAt).GreaterThan(x => x.DepartsAt).WithErrorCode("Trip.ReturnBeforeDeparture")
            .When(x => x.DepartsAt is not null && x.ReturnsAt is not null);
        RuleFor(x => x.Place).RequiredText(300, "Đ8.1");
        RuleFor(x => x.ParticipantIds).Needed();
        RuleFor(x => x.TripLeaderId).Needed();
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleFor(x => x.Domains).Needed("Đ2.2");
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        RuleFor(x => x.AdHocReason).Needed("Đ8.1").When(x => x.PlanItemId is null);
        RuleFor(x => x.Transport).OptionalText(300);
        RuleFor(x => x.ExpectsToSpeak).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
        When(x => x.ReportedOrally == true, () =>
        {
            RuleFor(x => x.OralReport).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.OralReport!).SetValidator(new OralReportValidator()).When(x => x.OralReport is not null);
        });
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.Programme).AbsentInStub();
            RuleFor(x => x.AdHocText).AbsentInStub();
            RuleFor(x => x.Documents).AbsentInStub();
            RuleFor(x => x.Files).AbsentInStub();
            RuleFor(x => x.Speech).AbsentInStub();
            RuleFor(x => x.LateReason).AbsentInStub();
            RuleFor(x => x.OralReport!.Answer).AbsentInStub().When(x => x.OralReport is not null);
        }).Otherwise(() =>
        {
            RuleFor(x => x.Purpose).RequiredText(3000, "Đ8.1");
            RuleFor(x => x.AdHocText).RequiredText(1000).When(x => x.PlanItemId is null);
            RuleFor(x => x.Documents).OptionalText(1000);
            RuleFor(x => x.LateReason).OptionalText(1000);
            RuleFor(x => x.Programme).Needed("Đ8.1");
            RuleForEach(x => x.Programme).SetValidator(new ProgrammeLineValidator());
            When(x => x.ExpectsToSpeak == true, () =>
            {
                RuleFor(x => x.Speech).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ7.A.5");
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator(delivered: false)).When(x => x.Speech is not null);
            });
        });
    }
}
