using Portal.Domain.AreaReports;

namespace Portal.Web.Processes.AreaReports;

/// <summary>The report of one area for the month.</summary>
/// <param name="SubmittedAt">When the leader got it first; null before. UTC.</param>
/// <param name="Content">Null for who knows of it without reading it, and where it concerns personnel.</param>
public sealed record AreaReportRow(
    string Number, string AreaId, string GroupId, AreaReportStatus Status, bool IsNothing, bool IsLate, DateTime? SubmittedAt,
    string AuthorId, AreaReportInput? Content)
{
    /// <summary>R-RPT-01: the leader has nothing of the area yet.</summary>
    public bool IsMissing => SubmittedAt is null;
}
