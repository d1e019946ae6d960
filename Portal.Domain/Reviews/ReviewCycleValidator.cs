using FluentValidation;
using FluentValidation.Results;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>The shape of P3's input. What depends on the case, the organisation or the time is refused by the aggregates.</summary>
public sealed class ReviewCycleValidator : FormRules<ReviewCycleInput>
{
    public ReviewCycleValidator()
        : base(() => ReviewForms.Cycle)
    {
        RuleFor(x => x.Year).InclusiveBetween(2000, 2100).WithErrorCode("Review.YearRange");
        When(x => x.Quota is not null, () =>
        {
            RuleFor(x => x.Quota!.Percent).InclusiveBetween(0, 100)
                .WithErrorCode("Review.PercentRange");
            RuleFor(x => x.Quota!.ExceptionalPercent).InclusiveBetween(0, 100)
                .WithErrorCode("Review.PercentRange");
        });
        RuleFor(x => x.Thresholds!).Custom((thresholds, context) =>
        {
            int? above = 100;
            foreach (var (name, from) in new[]
            {
                ("excellent", thresholds.Excellent), ("good", thresholds.Good), ("completed", thresholds.Completed),
            })
            {
                if (from is < 0 || from > above)
                {
                    context.AddFailure(new ValidationFailure($"thresholds.{name}", name) { ErrorCode = "Review.ThresholdOrder" });
                }

                above = from ?? above;
            }
        }).When(x => x.UsesScore == true && x.Thresholds is not null);
        RuleForEach(x => x.Consultants).ChildRules(c =>
            c.RuleFor(x => x.Domain).Must(d => d is not null && WorkDomains.All.Contains(d)).WithErrorCode("Common.Required"));
        RuleFor(x => x.Calendar!).Custom((calendar, context) =>
        {
            DateOnly? before = null;
            foreach (var (name, day) in calendar.Days())
            {
                if (day < before)
                {
                    context.AddFailure(new ValidationFailure($"calendar.{name}", name) { ErrorCode = "Review.CalendarOrder" });
                }

                before = day ?? before;
            }
        }).When(x => x.Calendar is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Instructions).AbsentInStub());
    }
}
