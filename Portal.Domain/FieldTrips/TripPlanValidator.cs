using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed class TripPlanValidator : FormRules<TripPlanInput>
{
    public TripPlanValidator()
        : base(() => PlanForms.Plan)
    {
        RuleFor(x => x.Items).NotEmpty().WithErrorCode("Plan.Empty").WithState(_ => "Đ8.1").When(x => x.NoTrip == false);
        When(x => x.IsStub(), () =>
        {
            RuleFor(x => x.NoTripReason).AbsentInStub();
            RuleFor(x => x.Note).AbsentInStub();
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: true)).When(x => x.NoTrip == false);
        }).Otherwise(() =>
        {
            RuleForEach(x => x.Items).SetValidator(new TripPlanItemValidator(stub: false)).When(x => x.NoTrip == false);
        });
    }
}
