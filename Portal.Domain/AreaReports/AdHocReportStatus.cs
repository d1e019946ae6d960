namespace Portal.Domain.AreaReports;

/// <summary>How far an ad hoc report is (S-02).</summary>
public enum AdHocReportStatus
{
    /// <summary>A member wrote it; the lead looks at it.</summary>
    LeadReview,

    /// <summary>The leader, or the head, has it.</summary>
    Submitted,

    /// <summary>Somebody wants more of it.</summary>
    Returned,

    /// <summary>The leader, or the head, has taken note of it.</summary>
    Noted,

    Closed,
}
