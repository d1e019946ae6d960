namespace Portal.Domain.AreaReports;

/// <summary>How far a briefing is (S-02, Đ5.5).</summary>
public enum AreaBriefingStatus
{
    /// <summary>Asked for; the lead of the group writes it.</summary>
    Draft,

    /// <summary>The leader has it.</summary>
    Submitted,

    /// <summary>The leader wants something changed.</summary>
    Returned,

    /// <summary>The leader has accepted it.</summary>
    Closed,

    /// <summary>It was not needed any more.</summary>
    Withdrawn,
}
