using FluentValidation;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class RescheduleValidator : AbstractValidator<RescheduleInput>
{
    public RescheduleValidator()
    {
        this.Gate();
        RuleFor(x => x.Days).NotNull().WithErrorCode("Common.Required").InclusiveBetween(-90, 180).WithErrorCode("Review.DaysRange")
            .NotEqual(0).WithErrorCode("Review.DaysRange");
        When(x => x.IsStub(), () => RuleFor(x => x.Reason).AbsentInStub()).Otherwise(() => RuleFor(x => x.Reason).Reason());
    }
}
