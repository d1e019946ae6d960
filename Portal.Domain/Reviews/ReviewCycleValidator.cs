using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>The shape of P3's input. What depends on the case, the organisation or the time is refused by the aggregates.</summary>
public sealed class ReviewCycleValidator : AbstractValidator<ReviewCycleInput>
{
    public ReviewCycleValidator()
    {
        this.Gate();
        RuleFor(x => x.Year).NotNull().WithErrorCode("Common.Required").InclusiveBetween(2000, 2100).WithErrorCode("Review.YearRange");
        RuleFor(x => x.Title).RequiredText(300);
        RuleFor(x => x.ReferenceDate).Needed();
        RuleFor(x => x.LegalBases).Needed("Đ5.6");
        RuleForEach(x => x.LegalBases).ChildRules(b => b.RuleFor(x => x.Document).RequiredText(400));
        RuleFor(x => x.Scope).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.UsesScore).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Quota).NotNull().WithErrorCode("Common.Required");
        When(x => x.Quota is not null, () =>
        {
            RuleFor(x => x.Quota!.Percent).NotNull().WithErrorCode("Common.Required").InclusiveBetween(0, 100)
                .WithErrorCode("Review.PercentRange");
            RuleFor(x => x.Quota!.ExceptionalPercent).NotNull().WithErrorCode("Common.Required").InclusiveBetween(0, 100)
                .WithErrorCode("Review.PercentRange");
            RuleFor(x => x.Quota!.Base).NotNull().WithErrorCode("Common.Required");
            RuleFor(x => x.Quota!.Rounding).NotNull().WithErrorCode("Common.Required");
        });
        RuleFor(x => x.ComparableGroups).Needed();
        RuleForEach(x => x.ComparableGroups).ChildRules(g =>
        {
            g.RuleFor(x => x.Name).RequiredText(200);
            g.RuleFor(x => x.AreaIds).Needed();
        });
        RuleFor(x => x.Consultants).Needed("Đ11");
        RuleForEach(x => x.Consultants).ChildRules(c =>
        {
            c.RuleFor(x => x.Domain).Must(d => d is not null && WorkDomains.All.Contains(d)).WithErrorCode("Common.Required");
            c.RuleFor(x => x.DepartmentId).Needed();
        });
        RuleFor(x => x.Calendar).NotNull().WithErrorCode("Common.Required");
        RuleFor(x => x.Calendar!).Custom((calendar, context) =>
        {
            DateOnly? before = null;
            foreach (var (name, day) in calendar.Days())
            {
                if (day is null)
                {
                    context.AddFailure(
                        new FluentValidation.Results.ValidationFailure($"calendar.{name}", name) { ErrorCode = "Common.Required" });
                }
                else if (day < before)
                {
                    context.AddFailure(
                        new FluentValidation.Results.ValidationFailure($"calendar.{name}", name) { ErrorCode = "Review.CalendarOrder" });
                }

                before = day ?? before;
            }
        }).When(x => x.Calendar is not null);
        When(x => x.IsStub(), () => RuleFor(x => x.Instructions).AbsentInStub())
            .Otherwise(() => RuleFor(x => x.Instructions).OptionalText(8000));
    }
}
