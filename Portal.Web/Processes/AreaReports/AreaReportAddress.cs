using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Operations;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What an address asks RP-06 for: the page and the files made of it show the same reports.</summary>
public static class AreaReportAddress
{
    /// <summary>Keys of the address.</summary>
    public const string Month = "thang";

    public const string Group = "nhom";

    public const string Progress = "tinh-trang";

    /// <summary>Value of <see cref="Progress"/> for areas that have not reported.</summary>
    public const string Missing = "chua";

    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static AreaReportFilter Of(Func<string, string> value, CaseContext context)
    {
        // Any day of the month; the month before this one where there is none.
        var day = AddressDay.Of(value(Month)) ?? new DateOnly(context.Today.Year, context.Today.Month, 1).AddDays(-1);
        var progress = value(Progress);
        return new AreaReportFilter(new DateOnly(day.Year, day.Month, 1), value(Group))
        {
            Status = Enum.TryParse<AreaReportStatus>(progress, out var status) && status.ToString() == progress ? status : null,
            IsMissing = progress == Missing,
        };
    }
}
