using Microsoft.AspNetCore.Mvc;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Shared.Lists;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What an address asks RP-06 for: the page and the files made of it show the same reports.</summary>
public sealed record AreaReportQuery
{
    /// <summary>Value of <see cref="Progress"/> for areas that have not reported.</summary>
    public const string Missing = "chua";

    /// <summary>Any day of the month; none for the month that was last to be reported.</summary>
    [FromQuery(Name = "thang")]
    public AddressDay Month { get; init; }

    [FromQuery(Name = "nhom")]
    public string? Group { get; init; }

    [FromQuery(Name = "tinh-trang")]
    public string? Progress { get; init; }

    public AreaReportFilter ToFilter(CaseContext context) => new(MonthOf(Month.Value, context), Group ?? "")
    {
        Status = Enum.TryParse<AreaReportStatus>(Progress, out var status) && status.ToString() == Progress ? status : null,
        IsMissing = Progress == Missing,
    };

    /// <summary>First day of the month of a day; of the month before this one where there is none.</summary>
    public static DateOnly MonthOf(DateOnly? day, CaseContext context)
    {
        var of = day ?? new DateOnly(context.Today.Year, context.Today.Month, 1).AddDays(-1);
        return new DateOnly(of.Year, of.Month, 1);
    }
}
