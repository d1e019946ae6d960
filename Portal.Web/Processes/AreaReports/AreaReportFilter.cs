using Portal.Domain.AreaReports;

namespace Portal.Web.Processes.AreaReports;

/// <summary>Which reports of a month are listed, and how. By area unless said otherwise.</summary>
/// <param name="Month">First day of the month that they are about.</param>
/// <param name="GroupId">Only areas of this group; empty for all.</param>
/// <param name="Status">Only those that stand so; null for all.</param>
/// <param name="IsMissing">Only areas that have not reported: the leader has nothing of them yet (R-RPT-01).</param>
/// <param name="Page">From 0.</param>
public sealed record AreaReportFilter(
    DateOnly Month, string GroupId = "", AreaReportStatus? Status = null, bool IsMissing = false,
    AreaReportSort Sort = AreaReportSort.Area, bool IsDescending = false, int Page = 0);
