using Portal.Domain.Cases;

namespace Portal.Domain.Meetings;

/// <summary>The part of the notes that only those may read who answer for personnel .</summary>
public sealed record AttendanceRemarks
{
    public string? Remarks { get; init; }

    public ReportItemInput[]? Items { get; init; }

    public AreaIssueInput[]? Issues { get; init; }
}
