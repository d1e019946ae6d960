using Portal.Domain.Cases;

namespace Portal.Domain.AreaReports;

/// <summary>New items of a report that judge people: kept beside it, Restricted .</summary>
public sealed record AreaReportApart
{
    public ReportItemInput[]? NewItems { get; init; }
}
