namespace Portal.Web.Processes.AreaReports;

/// <summary>What reports of a month are listed by.</summary>
public enum AreaReportSort
{
    Area,
    Submitted,
}
