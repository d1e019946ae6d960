namespace Portal.Web.Operations.Compliance;

/// <param name="Month">First day of the month; what was due or happened in it is listed.</param>
/// <param name="GroupId">Empty for all that one may know of.</param>
/// <param name="Kind">Empty for all.</param>
public sealed record ComplianceFilter(DateOnly Month, string GroupId = "", string Kind = "")
{
    /// <summary>The month of a day; this month where none was given, or none in which there was an office.</summary>
    public static DateOnly MonthOf(DateOnly? day, DateOnly today)
    {
        var given = day is { Year: >= 2000 and < 2100 } known ? known : today;
        return new DateOnly(given.Year, given.Month, 1);
    }
}
