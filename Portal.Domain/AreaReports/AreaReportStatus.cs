namespace Portal.Domain.AreaReports;

/// <summary>How far the report of a month is (S-01). That it is late is a flag beside it.</summary>
public enum AreaReportStatus
{
    /// <summary>Opened by the calendar; nobody has sent anything yet.</summary>
    NotStarted,

    /// <summary>The lead has given it back to the members.</summary>
    Draft,

    LeadReview,

    /// <summary>With the leader in charge.</summary>
    Submitted,

    /// <summary>The leader has given it back.</summary>
    Returned,

    Noted,

    /// <summary>Noted, and what it brought stands in the register of the area.</summary>
    Closed,
}
