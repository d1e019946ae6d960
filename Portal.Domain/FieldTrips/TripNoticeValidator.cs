using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>
/// The shape of P1's input. What depends on the case, the organisation or the time is refused by <see cref="FieldTrip"/>.
/// </summary>
public sealed class TripNoticeValidator : FormRules<TripNoticeInput>
{
    public TripNoticeValidator()
        : base(() => TripForms.Notice)
    {
        RuleFor(x => x.ReturnsAt).GreaterThan(x => x.DepartsAt).WithErrorCode("Trip.ReturnBeforeDeparture")
            .When(x => x.DepartsAt is not null && x.ReturnsAt is not null);
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
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
            RuleForEach(x => x.Programme).SetValidator(new ProgrammeLineValidator());
            When(x => x.ExpectsToSpeak == true, () =>
            {
                RuleFor(x => x.Speech!).SetValidator(new SpeechValidator()).When(x => x.Speech is not null);
            });
        });
    }
}
