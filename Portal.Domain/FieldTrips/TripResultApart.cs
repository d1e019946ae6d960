using Portal.Domain.Cases;

namespace Portal.Domain.FieldTrips;

/// <summary>What a result says of people and of internal matters: kept beside it, Restricted (X-02, Đ5.3).</summary>
public sealed record TripResultApart
{
    public ReportItemInput[]? Items { get; init; }

    public AreaIssueInput[]? Issues { get; init; }
}
