using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripPlanValidator : AbstractValidator<TripPlanInput>
{
    public TripPlanValidator()
    {
        this.Gate();
        RuleFor(x => x.NoTrip).NotNull().WithErrorCode("Common.Required").WithState(_ => "Đ8.1");
        RuleFor(x => x.Items).NotEmpty().WithErrorCode("Plan.Empty").WithState(_ => "Đ8.1").When(x => x.NoTrip == false);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.NoTripReason).AbsentInStub();
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: true)).When(x => x.NoTrip == false);
        }).Otherwise(() =>
        {
            RuleFor(x => x.NoTripReason).RequiredText(500, "Đ8.1").When(x => x.NoTrip == true);
            RuleFor(x => x.Note).OptionalText(2000);
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: false)).When(x => x.NoTrip == false);
        });
    }
}
