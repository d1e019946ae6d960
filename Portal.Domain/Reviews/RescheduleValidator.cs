using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class RescheduleValidator : FormRules<RescheduleInput>
{
    public RescheduleValidator()
        : base(() => ReviewForms.Reschedule)
    {
        RuleFor(x => x.Days).InclusiveBetween(-90, 180).WithErrorCode("Review.DaysRange")
            .NotEqual(0).WithErrorCode("Review.DaysRange");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub());
    }
}
