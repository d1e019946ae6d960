using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

internal sealed class TripPlanItemValidator : AbstractValidator<TripPlanItemInput>
{
    public TripPlanItemValidator(bool stub)
    {
        RuleFor(x => x.AreaIds).Needed("Đ8.1");
        RuleFor(x => x.DateFrom).Needed("Đ8.1");
        RuleFor(x => x.DateTo).Needed("Đ8.1");
        RuleFor(x => x.DateTo).GreaterThanOrEqualTo(x => x.DateFrom).WithErrorCode("Common.EndBeforeStart")
            .When(x => x.DateFrom is not null && x.DateTo is not null);
        RuleFor(x => x.TimeOfDay).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.Place).NotEmpty().WithErrorCode("Plan.PlaceMissing").WithState(_ => "Đ8.1").MaximumLength(300)
            .WithErrorCode("Common.TooLong");
        RuleFor(x => x.ParticipantIds).Needed();
        RuleFor(x => x.TripLeaderId).Needed();
        RuleFor(x => x.TripLeaderId).Must((x, id) => x.ParticipantIds!.Contains(id)).WithErrorCode("Trip.LeaderNotParticipant")
            .When(x => x.ParticipantIds is { Length: > 0 } && !string.IsNullOrEmpty(x.TripLeaderId));
        RuleFor(x => x.Domains).Needed("Đ2.2");
        RuleForEach(x => x.Domains).Must(WorkDomains.All.Contains).WithErrorCode("Common.WrongType");
        RuleFor(x => x.SubUnits).OptionalText(500);
        if (stub)
        {
            RuleFor(x => x.Purpose).AbsentInStub();
            RuleFor(x => x.WhomToMeet).AbsentInStub();
            RuleFor(x => x.RelatedItems).AbsentInStub();
        }
        else
        {
            RuleFor(x => x.Purpose).RequiredText(3000, "Đ8.1");
            RuleFor(x => x.WhomToMeet).OptionalText(300);
            RuleFor(x => x.RelatedItems).OptionalText(500);
        }
    }
}
