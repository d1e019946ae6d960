using FluentValidation;
using Portal.Domain.Forms;
using Portal.Domain.WorkingCalendar;

namespace Portal.Web.Operations.Administration;

public sealed class CalendarDayValidator : AbstractValidator<CalendarDayInput>
{
    /// <summary>Days of one period at most.</summary>
    private const int MaxDays = 31;

    public CalendarDayValidator()
    {
        RuleFor(x => x.Date).Needed();
        RuleFor(x => x.Kind).NotNull()
            .WithErrorCode("Common.Required")
            .Must(k => k is CalendarDayKind.Holiday or CalendarDayKind.CompensationOff or CalendarDayKind.SwappedWorking)
            .WithErrorCode("Common.WrongType");
        RuleFor(x => x.Note).RequiredText(200);
        RuleFor(x => x.To).Must((x, to) => to is null
            || x.Date is null
            || (to >= x.Date && to.Value.DayNumber - x.Date.Value.DayNumber < MaxDays)).WithErrorCode("Org.BadPeriod");

        // A worked day in lieu is one that would be free.
        RuleFor(x => x.Date).Must((x, d) => d is null
            || x.Kind != CalendarDayKind.SwappedWorking
            || (x.To is null && d.Value.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)).WithErrorCode("Org.SwapOnWeekend");
    }
}
