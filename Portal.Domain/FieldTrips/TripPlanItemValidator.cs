using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

internal sealed class TripPlanItemValidator : AbstractValidator<TripPlanItemInput>
{
    public TripPlanItemValidator(bool stub)
    {
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndDayBeforeStart")
            .When(x => x.DateFrom is not null && x.DateTo is not null);
        RuleFor(x => x.Place).NotEmpty().WithErrorCode("Plan.PlaceMissing").WithState(_ => "Đ8.1");
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        if (stub)
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.WhomToMeet).AbsentInStub();
            RuleFor(x => x.RelatedItems).AbsentInStub();
        }
    }
}
