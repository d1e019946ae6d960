using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>Deadlines in words.</summary>
public static class DueText
{
    /// <summary>"Còn 2 ngày làm việc", "Hạn hôm nay, 17:00", "Quá hạn 1 ngày làm việc".</summary>
    public static string Of(DateTime? due, CaseContext context, Localizer texts)
    {
        if (due is not { } at)
        {
            return "";
        }

        var (day, clock) = (VietnamTime.DayOf(at), VietnamTime.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture));
        if (context.Now > at)
        {
            var late = context.Calendar.WorkingDaysBetween(day, context.Today);
            if (day == context.Today)
            {
                return texts["Due.OverdueToday", clock];
            }

            return late == 0 ? texts["Due.OverdueSince", day, clock] : texts["Due.Overdue", late];
        }

        var left = context.Calendar.WorkingDaysBetween(context.Today, day);
        if (day == context.Today)
        {
            return texts["Due.Today", clock];
        }

        // on a day off nothing is left of the working days, and yet it is not over.
        return left == 0 ? texts["Due.On", day, clock] : texts["Due.Left", left, day];
    }
}
