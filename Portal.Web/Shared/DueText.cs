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
            return late == 0 ? texts["Due.OverdueToday", clock] : texts["Due.Overdue", late];
        }

        var left = context.Calendar.WorkingDaysBetween(context.Today, day);
        return day == context.Today ? texts["Due.Today", clock] : texts["Due.Left", left, day];
    }
}
